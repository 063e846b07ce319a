/**
 * Why this server must not start (S01): reachable from elsewhere without any key. `null` when it may.
 * @param host address to listen at
 */
export function exposureFault(host: string, keys: readonly unknown[]): string | null {
  if (isLoopback(host) || keys.length > 0) return null;
  return (
    `listening at ${host} lets others call the services without a key; set OTAI_API_KEY, ` +
    "or add server.keys, or listen at 127.0.0.1"
  );
}

export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[?::1\]?)$/i.test(host);
}
