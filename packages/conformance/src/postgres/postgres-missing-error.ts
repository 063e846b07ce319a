/** No PostgreSQL can be run on this machine; the message says what was tried. */
export class PostgresMissingError extends Error {
  override readonly name = "PostgresMissingError";
}
