import type { ApiDocument } from "@otai/host/http/api-document";

/** One method of one path, as `/openapi.json` has it. */
export interface Endpoint {
  readonly method: string;
  /** With its parameters filled in. */
  readonly path: string;
  readonly service: string;
  /** What its body has to be; `null` without one. */
  readonly type: string | null;
  readonly example: unknown;
}

export async function servedEndpoints(url: string): Promise<Endpoint[]> {
  const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as ApiDocument;
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { tags, requestBody }]) => {
      const [type = null, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
      return {
        method: method.toUpperCase(),
        path: path.replace(/\{\w+\}/g, "none"),
        service: tags![0]!,
        type,
        example: content?.example,
      };
    }),
  );
}
