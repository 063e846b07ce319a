import { type LanguageModel, ModelError, type ModelRequest } from "@otai/service-api/language-model";

/** Asks, and does not wait longer than `timeoutMs` even where the model behind it does. @throws ModelError always, for whatever went wrong. */
export async function askModel<Answer>(model: LanguageModel, request: ModelRequest<Answer>): Promise<Answer> {
  const stop = new AbortController();
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(new ModelError("llm_timeout", `${request.purpose}: no answer within ${request.timeoutMs} ms`));
    stop.abort();
  }, request.timeoutMs);
  try {
    const { value } = await Promise.race([model.generate({ ...request, signal: stop.signal }), late.promise]);
    const checked = request.schema.safeParse(value);
    if (checked.success) return checked.data;
    throw new ModelError("invalid_model_output", `${request.purpose}: the answer does not fit the schema`);
  } catch (cause) {
    if (cause instanceof ModelError) throw cause;
    throw new ModelError("llm_unavailable", `${request.purpose}: ${(cause as Error).message}`, { cause });
  } finally {
    clearTimeout(timer);
  }
}
