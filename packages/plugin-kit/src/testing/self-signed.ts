/** A self-signed certificate for localhost and 127.0.0.1, made for these tests and worth nothing elsewhere. Valid for 100 years. */
export const selfSignedCertificate = `-----BEGIN CERTIFICATE-----
MIIBoTCCAUegAwIBAgIUYQE2NFhT0TGwehZZN1NC742ydukwCgYIKoZIzj0EAwIw
FzEVMBMGA1UEAwwMZGVzay5leGFtcGxlMCAXDTI2MTEyMTAzMDQzMFoYDzIxMjYx
MDI4MDMwNDMwWjAXMRUwEwYDVQQDDAxkZXNrLmV4YW1wbGUwWTATBgcqhkjOPQIB
BggqhkjOPQMBBwNCAAR2LKpmi3Ctc/jEpeAtXUb0aC0M7i+gc8sO2VS/F9wKaSDF
329i+GxPteD+y6TXob/Kl7vEVvVbG0inTm2MSiago28wbTAdBgNVHQ4EFgQUWdaP
svvb1L/mu2qt+HwlPVke1I0wHwYDVR0jBBgwFoAUWdaPsvvb1L/mu2qt+HwlPVke
1I0wDwYDVR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEw
CgYIKoZIzj0EAwIDSAAwRQIhAPGqgsocYcrpOEJn/mr/0I+g3YzZoX459vi2C8p+
AOJ2AiBQUkUTcP8D3aFagNHT95JSdHUfTpxQ4OaJsl2uuewfbw==
-----END CERTIFICATE-----
`;

export const selfSignedKey = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgYwdX4ZiaFt/mVcV1
EicesLLBvDTHwUDsdkQWOKQn+jOhRANCAAR2LKpmi3Ctc/jEpeAtXUb0aC0M7i+g
c8sO2VS/F9wKaSDF329i+GxPteD+y6TXob/Kl7vEVvVbG0inTm2MSiag
-----END PRIVATE KEY-----
`;
