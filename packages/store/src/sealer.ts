import { createCipheriv, createDecipheriv, hkdfSync, randomFillSync } from "node:crypto";
import { ConfigError } from "@otai/plugin-api/errors";

/** The first one seals; all of them open, so that a key can be changed while old rows are still there. */
export interface SecretKeys {
  readonly current: string;
  readonly previous: readonly string[];
}

/** Seals what lies in one place (`table.column`): sealed text that is moved to another place does not open there. */
export interface Sealer {
  /** What everything begins with that the current key sealed. */
  readonly prefix: string;
  seal(text: string, place: string): string;
  /** What was never sealed comes back as it is. @throws ConfigError when the key for it is missing. */
  open(text: string, place: string): string;
  sealBytes(bytes: Uint8Array, place: string): Buffer;
  openBytes(bytes: Uint8Array, place: string): Buffer;
}

/** Of the format, so that another one can follow. */
const version = "otai-s1:";
const keyIdLength = 8;
const headLength = version.length + keyIdLength + 1;
const nonceLength = 12;
/** Nonces are drawn so many at a time, which costs a third of drawing each. */
const noncesAtOnce = 256;
const tagLength = 16;

/** They say nothing; readable, they can be told from a text by a query. */
const empty: ReadonlySet<string> = new Set(["", "null", "{}", "[]"]);

interface DerivedKey {
  readonly id: string;
  readonly key: Buffer;
}

/** HKDF (RFC 5869): the secret is used for other things too, and one key must not serve two purposes. */
function derive(secret: string): DerivedKey {
  const part = (purpose: string, length: number) => Buffer.from(hkdfSync("sha256", secret, "otai", purpose, length));
  return { id: part("id of the payload key", keyIdLength / 2).toString("hex"), key: part("payload key", 32) };
}

/**
 * AES-256-GCM with a random nonce for each value (NIST SP 800-38D 8.2.2: fine for 2³² values of one key). Text becomes
 * `otai-s1:<id of the key>:<base64 of nonce, ciphertext and tag>`, bytes the same without base64.
 */
export function createSealer(keys: SecretKeys): Sealer {
  const current = derive(keys.current);
  const known = new Map([current, ...keys.previous.map(derive)].map((key) => [key.id, key]));
  const prefix = `${version}${current.id}:`;

  const nonces = Buffer.alloc(noncesAtOnce * nonceLength);
  let nextNonce = nonces.length;

  function drawNonce(): Buffer {
    if (nextNonce === nonces.length) {
      randomFillSync(nonces);
      nextNonce = 0;
    }
    nextNonce += nonceLength;
    return nonces.subarray(nextNonce - nonceLength, nextNonce);
  }

  function encrypt(plain: Uint8Array, place: string): Buffer[] {
    const nonce = drawNonce();
    const cipher = createCipheriv("aes-256-gcm", current.key, nonce).setAAD(Buffer.from(place));
    const body = cipher.update(plain);
    return [nonce, body, cipher.final(), cipher.getAuthTag()];
  }

  function decrypt(sealed: Buffer, keyId: string, place: string): Buffer {
    const key = known.get(keyId);
    if (key === undefined) throw wrongKey();
    const decipher = createDecipheriv("aes-256-gcm", key.key, sealed.subarray(0, nonceLength), {
      authTagLength: tagLength,
    });
    decipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(-tagLength));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(nonceLength, -tagLength)), decipher.final()]);
    } catch (cause) {
      throw new Error(`a value in ${place} was changed after it was sealed, or is damaged`, { cause });
    }
  }

  return {
    prefix,
    seal(text, place) {
      if (empty.has(text)) return text;
      return prefix + Buffer.concat(encrypt(Buffer.from(text), place)).toString("base64");
    },
    open(text, place) {
      if (!text.startsWith(version)) return text;
      const keyId = text.slice(version.length, headLength - 1);
      return decrypt(Buffer.from(text.slice(headLength), "base64"), keyId, place).toString();
    },
    sealBytes: (bytes, place) => Buffer.concat([Buffer.from(prefix), ...encrypt(bytes, place)]),
    openBytes(bytes, place) {
      const sealed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      const head = sealed.toString("latin1", 0, headLength);
      if (!head.startsWith(version)) return sealed;
      return decrypt(sealed.subarray(headLength), head.slice(version.length, headLength - 1), place);
    },
  };
}

export function wrongKey(): ConfigError {
  return new ConfigError(
    "the secret key does not fit this database: give the one that it was made with (OTAI_SECRET_KEY, or secret.key in the data folder). " +
      "A key that is to be replaced must stay after the new one until everything was sealed anew: OTAI_SECRET_KEY=new,old",
  );
}
