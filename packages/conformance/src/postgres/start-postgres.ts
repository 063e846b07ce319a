import { type ChildProcess, execFile, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createDatabases } from "./create-databases.ts";
import { findPostgres } from "./find-postgres.ts";
import type { GuardCommand, GuardOrder, GuardReport } from "./postgres-guard.ts";
import { PostgresMissingError } from "./postgres-missing-error.ts";
import { chooseServerUser, type ServerUser } from "./server-user.ts";
import type { TestPostgres } from "./test-postgres.ts";

const guardFile = fileURLToPath(new URL("./postgres-guard.ts", import.meta.url));
/** Safe against a crash of the server, not of the machine: that is what costs a suite most of its time. */
const carefree = ["fsync=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0"];
const portTries = 3;

/**
 * A PostgreSQL of our own on a free port of 127.0.0.1, its data in the system's temp folder. It ends with this process.
 * `fsync` on makes it as durable as a real one (for measurements and crash tests).
 * @throws PostgresMissingError when none can run on this machine.
 */
export async function startPostgres({ fsync = false } = {}): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "otai-postgres-"));
  // `nobody` must be able to reach the programs.
  chmodSync(folder, 0o755);
  try {
    const user = chooseServerUser();
    const bin = findPostgres(folder);
    const password = randomBytes(12).toString("hex");
    const data = await initialise(folder, bin, user, password);
    const server = await startOnFreePort({ folder, bin, user, data, settings: fsync ? [] : carefree });
    const databases = createDatabases(`postgres://otai:${password}@127.0.0.1:${server.port}/postgres`);
    return {
      createDatabase: databases.create,
      async restart(how = "stop") {
        await server.end(how);
        await server.start();
      },
      async stop() {
        await databases.close();
        await server.end("crash");
        rmSync(folder, { recursive: true, force: true });
      },
    };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function initialise(folder: string, bin: string, user: ServerUser, password: string): Promise<string> {
  const data = join(folder, "data");
  const passwordFile = join(folder, "password");
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if ("uid" in user) for (const path of [data, passwordFile]) chownSync(path, user.uid, user.gid);
  const args = ["-D", data, "-U", "otai", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  const speed = ["--no-sync", "--no-instructions", "--encoding=UTF8", "--locale=C"];
  try {
    await promisify(execFile)(join(bin, "initdb"), [...args, ...speed], {
      ...user,
      cwd: folder,
      env: { ...process.env, LC_ALL: "C", TZ: "UTC" },
    });
  } catch (error) {
    throw new PostgresMissingError(
      `initdb failed: ${(error as { stderr?: string }).stderr || (error as Error).message}`,
    );
  }
  return data;
}

interface ServerPlace {
  readonly folder: string;
  readonly bin: string;
  readonly user: ServerUser;
  readonly data: string;
  readonly settings: readonly string[];
}

async function startOnFreePort(
  place: ServerPlace,
  triesLeft = portTries,
): Promise<ReturnType<typeof createServerLife>> {
  const server = createServerLife(place, await findFreePort());
  try {
    await server.start();
    return server;
  } catch (error) {
    // Somebody may have taken the port between looking and starting.
    if (triesLeft > 1) return startOnFreePort(place, triesLeft - 1);
    throw error;
  }
}

function createServerLife({ folder, bin, user, data, settings }: ServerPlace, port: number) {
  const given = [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
    "max_connections=200",
    "jit=off",
  ];
  const order: GuardOrder = {
    program: join(bin, "postgres"),
    args: ["-D", data, ...[...given, ...settings].flatMap((setting) => ["-c", setting])],
    user,
    folder,
  };
  let guard: ChildProcess | null = null;

  async function start(): Promise<void> {
    const fresh = fork(guardFile, [JSON.stringify(order)], { execArgv: [], stdio: "ignore" });
    const report = await nextReport(fresh);
    if (report.state === "ended")
      throw new PostgresMissingError(`the PostgreSQL for tests did not start: ${report.log}`);
    // Does not keep a process alive that forgot to stop its server.
    fresh.unref();
    fresh.channel?.unref();
    guard = fresh;
  }

  async function end(how: GuardCommand): Promise<void> {
    if (guard === null) return;
    const ending = guard;
    guard = null;
    ending.ref();
    ending.channel?.ref();
    const ended = nextReport(ending);
    ending.send(how);
    await ended;
  }

  return { port, start, end };
}

function nextReport(guard: ChildProcess): Promise<GuardReport> {
  return new Promise((resolve, reject) => {
    guard.once("message", (report) => resolve(report as GuardReport));
    guard.once("error", reject);
    guard.once("exit", (code, signal) => resolve({ state: "ended", log: `the guard ended with ${code ?? signal}` }));
  });
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
