import type { RequestListener } from "node:http";
import { OtaiError, UnavailableError, UnexpectedAnswerError } from "@otai/plugin-api/errors";
import { describe, expect, it } from "vitest";
import { type StrangeServer, startStrangeServer } from "./strange-server.ts";
import type { UseBench } from "./suite-bench.ts";

const loginPage = "<!doctype html><html><body>Please sign in</body></html>";

const page =
  (status: number): RequestListener =>
  (_, response) =>
    void response.writeHead(status, { "content-type": "text/html" }).end(loginPage);

/** Begins to answer and never ends: one byte after the other, each well in time. */
const drip: RequestListener = (_, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 20);
  response.once("close", () => clearInterval(timer));
};

/** As fast as the reader takes it, without an end. */
const flood: RequestListener = (_, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const million = Buffer.alloc(1_000_000, " ");
  const pour = () => {
    while (!response.destroyed && response.write(million));
  };
  response.on("drain", pour);
  pour();
};

export function strangeServersSuite(bench: UseBench): void {
  async function at<T>(answer: RequestListener, use: (server: StrangeServer) => Promise<T>): Promise<T> {
    const server = await startStrangeServer(answer);
    try {
      return await use(server);
    } finally {
      await server.close();
    }
  }
  const caught = (attempt: Promise<unknown>): Promise<unknown> =>
    attempt.then(
      () => null,
      (error: unknown) => error,
    );

  describe("a server that is not the helpdesk", () => {
    it("a web page instead of data is an UnexpectedAnswerError that names the host", async () => {
      const { connect } = bench();
      await at(page(200), async ({ url }) => {
        const error = await caught(connect(url).read.identify());
        expect(error).toBeInstanceOf(UnexpectedAnswerError);
        expect((error as Error).message).toContain(new URL(url).host);
        expect(await caught(connect(url).read.getTicket("1"))).toBeInstanceOf(UnexpectedAnswerError);
      });
    });

    it("a proxy's own 404 page does not mean that the ticket is gone", async () => {
      const { connect } = bench();
      await at(page(404), async ({ url }) => {
        expect(await caught(connect(url).read.getTicket("1"))).toBeInstanceOf(UnexpectedAnswerError);
      });
    });

    it("a redirect is not followed, so that no credentials leave for another host", async () => {
      const { connect } = bench();
      await at(page(200), (elsewhere) =>
        at(
          (_, response) => void response.writeHead(302, { location: elsewhere.url }).end(),
          async ({ url }) => {
            expect(await caught(connect(url).read.identify())).toBeInstanceOf(UnexpectedAnswerError);
            expect([...elsewhere.authorizations]).toEqual([]);
          },
        ),
      );
    });

    it("JSON of another shape is an UnexpectedAnswerError, not a crash", async () => {
      const { connect } = bench();
      const other: RequestListener = (_, response) =>
        void response.writeHead(200, { "content-type": "application/json" }).end('{"hello":["world"]}');
      await at(other, async ({ url }) => {
        expect(await caught(connect(url).read.identify())).toBeInstanceOf(UnexpectedAnswerError);
        expect(await caught(connect(url).read.getTicket("1"))).toBeInstanceOf(UnexpectedAnswerError);
      });
    });

    it("a body that drips in for ever is given up after the time limit", async () => {
      const { connect } = bench();
      await at(drip, async ({ url }) => {
        const attempt = connect(url, { timeoutSeconds: 0.2 }).read.identify();
        expect(await caught(attempt)).toBeInstanceOf(UnavailableError);
      });
    });

    it("an answer without an end is cut off before it fills the memory", async () => {
      const { connect } = bench();
      await at(flood, async ({ url }) => {
        expect(OtaiError.is(await caught(connect(url).read.identify()))).toBe(true);
      });
    });

    it("neither errors nor the log show the credentials", async () => {
      const { connect, context } = bench();
      await at(page(500), async ({ url, authorizations }) => {
        const error = (await caught(connect(url).read.identify())) as OtaiError;
        const shown = `${error.message} ${error.url} ${String(error.cause)} ${context.logged()}`;
        const secrets = [...authorizations].map((header) => header.replace(/^\S+ /, ""));
        for (const secret of secrets) {
          expect(shown).not.toContain(secret);
          expect(shown).not.toContain(Buffer.from(secret, "base64").toString("utf8"));
        }
      });
    });
  });
}
