import { describe, expect, test } from "vitest";
import { planServers, publishedPorts, type ServedName, serviceNames } from "./serve-plan.ts";

const plan = (names: readonly ServedName[], more: { each?: boolean; port?: number } = {}) =>
  planServers({ names, each: more.each ?? false, port: more.port ?? null, sharedPort: 8080 });

describe("1.1: which service is at which port", () => {
  test("without a name all are together at the shared port", () => {
    expect(plan([])).toEqual([{ services: serviceNames, port: 8080 }]);
    expect(plan([], { port: 9 })).toEqual([{ services: serviceNames, port: 9 }]);
  });

  test.each([
    ["triage", 8001],
    ["reply", 8002],
    ["qa", 8003],
    ["sentiment", 8004],
    ["kb", 8006],
  ] as const)("%s alone is at %i", (name, port) => {
    expect(plan([name])).toEqual([{ services: [name], port }]);
    expect(plan([name, name])).toEqual([{ services: [name], port }]);
    expect(plan([name], { port: 9000 })).toEqual([{ services: [name], port: 9000 }]);
  });

  test("several names are together at the shared port", () => {
    expect(plan(["kb", "reply"])).toEqual([{ services: ["kb", "reply"], port: 8080 }]);
  });

  test("--each: every one at its published port, or as far from the port that was given", () => {
    expect(plan([], { each: true })).toEqual(
      serviceNames.map((name) => ({ services: [name], port: publishedPorts[name] })),
    );
    expect(plan(["qa", "kb"], { each: true, port: 9001 }).map(({ port }) => port)).toEqual([9003, 9006]);
    expect(plan([], { each: true, port: 0 }).map(({ port }) => port)).toEqual([0, 0, 0, 0, 0]);
  });

  test("ports end at 65535", () => {
    expect(() => plan([], { each: true, port: 65_531 })).toThrow("--port 65531 leaves no port for kb");
    expect(plan(["kb"], { port: 65_535 })).toEqual([{ services: ["kb"], port: 65_535 }]);
  });
});
