import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";

const unpackers: Readonly<Record<string, (packed: Uint8Array, limit: { maxOutputLength: number }) => Promise<Buffer>>> =
  {
    gzip: promisify(gunzip),
    "x-gzip": promisify(gunzip),
    deflate: promisify(inflate),
    br: promisify(brotliDecompress),
  };

/** What is asked for with `accept-encoding`. */
export const acceptedEncodings = "gzip, br";

/**
 * The text of a body by its `content-encoding`, of at most so many bytes: a small body may unpack to a huge one. An encoding that
 * nobody asked for is left as it is. @throws zlib's error, `ERR_BUFFER_TOO_LARGE` or `Z_…`
 */
export async function unpackBody(body: Uint8Array, encoding: string | undefined, maxBytes: number): Promise<string> {
  const unpack = unpackers[encoding?.trim().toLowerCase() ?? ""];
  const bytes =
    unpack === undefined || body.byteLength === 0 ? body : await unpack(body, { maxOutputLength: maxBytes });
  return new TextDecoder().decode(bytes);
}
