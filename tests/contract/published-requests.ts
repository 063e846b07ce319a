import { readdirSync, readFileSync } from "node:fs";

/** An example of the reference: a request and what it is answered with. */
export interface PublishedRequest {
  /** The folder that it lies in. */
  readonly service: string;
  readonly name: string;
  readonly source: string;
  readonly method: string;
  /** In either spelling, with the query. */
  readonly path: string;
  readonly request: unknown;
  readonly status?: number;
  readonly response: unknown;
}

const root = new URL("../../fixtures/service-api/", import.meta.url);

/** By service, what is created before what refers to it. */
export function publishedRequests(): PublishedRequest[] {
  return readdirSync(root)
    .sort()
    .flatMap((service) => {
      const folder = new URL(`${service}/`, root);
      const read = (file: string) => {
        const content = readFileSync(new URL(file, folder), "utf8");
        return { service, ...(JSON.parse(content) as Omit<PublishedRequest, "service">) };
      };
      return readdirSync(folder)
        .sort()
        .map(read)
        .sort((a, b) => depthOf(a) - depthOf(b));
    });
}

const depthOf = ({ path, method }: PublishedRequest) =>
  2 * barePath(path).split("/").length + (method === "GET" ? 1 : 0);

export function barePath(path: string): string {
  return path.replace(/^\/api\/v1(?=\/)/, "");
}
