import { testWorld } from "./desk/test-world.ts";
import { createSandbox, type SandboxOptions } from "./sandbox.ts";

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
  /** The parsed body; undefined when it is not JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of any shape
  json: any;
}

/** A running sandbox over the tiny test world, and short ways to call it. */
export async function startTestSandbox(options: Partial<SandboxOptions> = {}) {
  const sandbox = await createSandbox({
    port: 0,
    seed: 1,
    tickets: 12,
    dialects: ["freshdesk"],
    ratePlan: "unlimited",
    timeScale: 1,
    world: testWorld,
    ...options,
  });
  const call = async (
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await fetch(`${sandbox.url}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
      redirect: "manual",
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parsed(text) };
  };
  const authorization = `Basic ${Buffer.from("sandbox:X").toString("base64")}`;
  return {
    ...sandbox,
    call,
    /** Below `/freshdesk/api/v2`, with the right key. */
    freshdesk: (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      call(method, `/freshdesk/api/v2${path}`, body, { authorization, ...headers }),
    /** Below `/_sandbox`. */
    control: (method: string, path: string, body?: unknown) => call(method, `/_sandbox${path}`, body),
  };
}

export type TestSandbox = Awaited<ReturnType<typeof startTestSandbox>>;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Resolves when `holds` gives something truthy; the test's own time limit ends a wait in vain. */
export async function eventually<T>(holds: () => T | Promise<T>): Promise<NonNullable<T>> {
  for (;;) {
    const value = await holds();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
