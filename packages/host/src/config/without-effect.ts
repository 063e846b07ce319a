import { type Config, configSchema } from "./config-schema.ts";

/**
 * What is read and validated, but changes nothing yet: the references say so. `tests/docs/reference.test.ts` fails when an entry
 * is used after all, or when something that nobody uses is missing here.
 */
export const environmentWithoutEffect: readonly string[] = [];

/** Top-level keys of the configuration. */
export const configurationWithoutEffect: readonly (keyof Config)[] = [];

/** Which of them somebody filled in, so that he is told instead of waiting for something to happen. */
export function sectionsWithoutEffect(config: Config): string[] {
  return configurationWithoutEffect.filter(
    (section) => JSON.stringify(config[section]) !== JSON.stringify(configSchema.shape[section].parse(undefined)),
  );
}
