import { AsyncLocalStorage } from "node:async_hooks";

/** Which pipeline the work at hand belongs to: a caller's `X-Pipeline-ID`, or a run's own. It goes along to the calls that it causes. */
export interface PipelineIds {
  run<T>(id: string, work: () => T): T;
  /** Headers for a call on behalf of it; none outside of any. */
  headers(): Readonly<Record<string, string>>;
}

export const pipelineIdHeader = "x-pipeline-id";

export function createPipelineIds(): PipelineIds {
  const current = new AsyncLocalStorage<string>();
  return {
    run: (id, work) => current.run(id, work),
    headers(): Record<string, string> {
      const id = current.getStore();
      return id === undefined ? {} : { [pipelineIdHeader]: id };
    },
  };
}
