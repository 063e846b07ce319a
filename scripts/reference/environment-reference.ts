import { environmentVariables } from "@otai/host/config/environment";
import { environmentWithoutEffect } from "@otai/host/config/without-effect";

/** `docs/reference/environment.md`, from the table that the program reads its environment by. */
export function environmentReference(): string {
  const rows = Object.entries(environmentVariables).map(([name, { fallback, wanted, about }]) => {
    const note = environmentWithoutEffect.includes(name) ? " **Without effect yet.**" : "";
    return `| \`${name}\` | ${fallback === "" ? "–" : `\`${fallback}\``} | ${wanted} | ${about}${note} |`;
  });
  return `# Environment variables

Generated from \`packages/host/src/config/environment.ts\`; rewrite it with \`UPDATE=1 npm test -- tests/docs/reference.test.ts\`.

An empty variable counts as not set. A file \`.env\` beside the configuration is read as well; what the environment itself says goes
before it. Besides these, \`{{ get_env('NAME') }}\` in the configuration reads any variable that you name there.

| Variable | Default | Wanted | What it does |
| --- | --- | --- | --- |
${rows.join("\n")}
`;
}
