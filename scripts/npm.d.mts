/** A failure that is told in one line, without a stack. */
export class ExplainedError extends Error {}
/** npm's JavaScript entry: the npm that runs us, else the one in the path. @throws ExplainedError */
export function findNpm(): string;
/** Runs npm quietly with the given Node; it ends when this process ends. @throws ExplainedError in one line */
export function runNpm(node: string, npm: string, args: readonly string[], cwd: string): Promise<void>;
/** The error code when npm's output says that the registry cannot be reached. */
export function unreachableRegistry(output: string): string | undefined;
