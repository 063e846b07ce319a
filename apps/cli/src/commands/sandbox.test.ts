import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { startServer } from "../testing/answering-server.ts";
import { runCli } from "../testing/run-cli.ts";

const otai = fileURLToPath(new URL("../../bin/otai.mjs", import.meta.url));

describe("otai sandbox", () => {
  test("serves until it is stopped and exits with 0 then", async () => {
    const child = spawn(process.execPath, [otai, "sandbox", "--port", "0", "--tickets", "5"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
    await expect.poll(() => output).toContain("Ctrl-C ends it.");
    const url = /http:\/\/[\d.:]+/.exec(output)?.[0];
    expect((await fetch(`${url}/_sandbox/tickets?limit=1`)).status).toBe(200);
    child.kill("SIGINT");
    expect(await new Promise((resolve) => child.once("close", resolve))).toBe(0);
  });

  test("a port that is in use, or a dialect that it does not speak, is one line and exit code 1", async () => {
    const server = await startServer((_request, response) => response.end());
    const { port } = new URL(server.url);
    expect(await runCli(["sandbox", "--port", port, "--tickets", "5"])).toEqual({
      code: 1,
      stdout: "",
      stderr: `port ${port} is in use; give another with --port\n`,
    });
    server.close();
    const unknown = await runCli(["sandbox", "--dialects", "frehsdesk"]);
    expect(unknown).toMatchObject({
      code: 1,
      stderr: '--dialects: "frehsdesk" is not spoken; did you mean "freshdesk"?\n',
    });
  });
});
