import { AuthenticationError, RefusedError } from "@otai/plugin-api/errors";
import { createTestContext } from "@otai/plugin-kit/testing/plugin-context";
import { startWireServer, type WireServer } from "@otai/plugin-kit/testing/wire-server";
import { afterEach, describe, expect, it } from "vitest";
import { createZammadClient } from "./client.ts";
import { zammadParams } from "./params.ts";
import { answers, connect, fixture, startWireDesk } from "./testing/wire-desk.ts";

let server: WireServer;
const context = createTestContext();
afterEach(() => server.close());

const client = () => createZammadClient(zammadParams.parse({ base_url: server.url, token: "sandbox" }), context);

describe("the client", () => {
  it.each(["unauthorized", "wrong-token-403"])(
    "ZM-17: %s on the token check is about the token or its permission, not only forbidden",
    async (name) => {
      server = await startWireServer(fixture(name));
      const attempt = connect(server.url, context, { token: "wrong" }).read.identify();
      await expect(attempt).rejects.toThrow(AuthenticationError);
      await expect(attempt).rejects.toThrow(/token/);
      await expect(attempt).rejects.toThrow(name === "unauthorized" ? "Invalid token!" : "permission");
    },
  );

  it('ZM-11: a 200 whose result is "failed" is an error, as a merge answers', async () => {
    server = await startWireServer(fixture("merge-failed"), fixture("merge-success"));
    const merge = (number: string) =>
      client().request({ method: "PUT", path: `/ticket_merge/376/${number}`, body: {}, repeatable: false });
    await expect(merge("67376")).rejects.toThrow(RefusedError);
    await expect(merge("67376")).rejects.toThrow("cannot be merged with itself");
    expect((await merge("67374")).status).toBe(200);
  });

  it.each([
    [{ token: "t" }, "Token token=t"],
    [{ bearer_token: "b" }, "Bearer b"],
    [{ username: "otai", password: "p" }, `Basic ${Buffer.from("otai:p").toString("base64")}`],
  ])("%j is sent as %j, under /api/v1", async (credentials, header) => {
    server = await startWireServer(answers("GET", "/users/me", fixture("users-me").response.body));
    const given = zammadParams.parse({ base_url: `${server.url}/api/v1/`, ...credentials });
    await createZammadClient(given, context).request({ method: "GET", path: "/users/me", repeatable: true });
    expect(server.requests[0]).toMatchObject({ path: "/api/v1/users/me", headers: { authorization: header } });
  });

  it("neither errors nor the log show the token", async () => {
    const account = await startWireDesk(answers("GET", "/users/me", { error: "x" }, { status: 500 }));
    ({ wire: server } = account);
    const shown = await connect(server.url, account.context, { token: "very-secret" })
      .read.identify()
      .catch((error: Error) => `${error.message} ${JSON.stringify(account.context.lines)}`);
    expect(shown).toContain("500");
    expect(shown).not.toContain("very-secret");
    account.context.stop();
  });
});
