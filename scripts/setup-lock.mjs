import { readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const heartbeatMs = 1_000;
/** Holders touch the file every second; one that has not for so long was killed or put to sleep. */
const staleMs = 10_000;

/**
 * Only one set-up at a time works in the folder; the others wait for it.
 * @param {string} path of the lock file
 * @param {(line: string) => void} say
 * @param {() => Promise<T>} work
 * @template T
 */
export async function withLock(path, say, work) {
  for (let told = false; !acquire(path); told = true) {
    if (!told) say("Another set-up is running in this folder, waiting for it …");
    await sleep(200);
    removeIfStale(path);
  }
  const heartbeat = setInterval(() => touch(path), heartbeatMs);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    if (holder(path) === process.pid) rmSync(path, { force: true });
  }
}

function acquire(path) {
  try {
    writeFileSync(path, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

function removeIfStale(path) {
  const pid = holder(path);
  if (pid === undefined || !(hasEnded(pid) || age(path) > staleMs)) return;
  // Renaming is atomic, so that only one of several waiting processes removes the dead lock.
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  if (holder(aside) === pid) rmSync(aside, { force: true });
  else renameSync(aside, path);
}

function holder(path) {
  try {
    const pid = Number(readFileSync(path, "utf8"));
    return pid > 0 ? pid : undefined;
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

function hasEnded(pid) {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === "ESRCH";
  }
}

function age(path) {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0; // gone meanwhile
  }
}

function touch(path) {
  try {
    const now = new Date();
    utimesSync(path, now, now);
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
}
