/** Header names in lower case; several headers of one name are joined with `, `. */
export type HttpHeaders = Readonly<Record<string, string>>;

export interface HttpAnswer {
  readonly status: number;
  readonly headers: HttpHeaders;
  /** Parsed JSON; `undefined` when the body was empty, or not JSON in an error answer. */
  readonly body: unknown;
}

/** An answer before it was judged: what vendor specific mappings look at. */
export interface RawAnswer extends HttpAnswer {
  readonly method: string;
  /** Without query and credentials. */
  readonly url: string;
  /** The body as it came. */
  readonly text: string;
}

/** Turns undici's header object into {@link HttpHeaders}. */
export function flattenHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): HttpHeaders {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name.toLowerCase()] = Array.isArray(value) ? value.join(", ") : value;
  }
  return flat;
}
