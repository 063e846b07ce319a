import { measureDemo } from "./demo/measure-demo.ts";
import { measureShadow } from "./demo/measure-shadow.ts";

/**
 * `npm run check:demo`: what `npm start` promises, measured (F16, U10, F02). One JSON line per figure; exit code 1 when one misses
 * its limit.
 */
for (const measure of [measureDemo, measureShadow]) {
  for (const line of await measure()) {
    process.stdout.write(`${JSON.stringify(line)}\n`);
    if (!line.ok) process.exitCode = 1;
  }
}
