import type { LanguageModelContext } from "@otai/service-api/engine-definition";
import { type LanguageModel, type ModelAnswer, ModelError, type ModelRequest } from "@otai/service-api/language-model";
import type { TokenReservation } from "@otai/service-api/token-meter";
import { type CircuitOptions, createCircuit } from "./circuit.ts";
import { createClient, type ServerAnswer } from "./client.ts";
import type { LanguageModelParams } from "./params.ts";
import { askedBy, contentHash, mostTokens, type Question, repaired } from "./question.ts";
import { readAnswer } from "./read-answer.ts";
import { asModelError, ServerFailure } from "./server-failure.ts";

/**
 * A model behind an OpenAI-compatible server: cache, breaker, budget, one repair.
 * @throws ForeignAddressError for an address literal that may not be called.
 */
export function createLanguageModel(
  params: LanguageModelParams,
  context: LanguageModelContext,
  circuitOptions: Omit<CircuitOptions, "clock"> = {},
): LanguageModel {
  const { clock, log, meter } = context;
  const { model, base_url, request: further } = params;
  const client = createClient(params, clock, context.headers);
  const circuit = createCircuit({ ...circuitOptions, clock });

  /** One exchange with the server, metered. */
  async function ask(question: Question, signal: AbortSignal): Promise<ServerAnswer> {
    const most = mostTokens(question);
    const reservation = await meter.reserve(model, most);
    try {
      const answer = await within(signal, client.ask(question, signal));
      await reservation.settle(answer.used);
      return answer;
    } catch (error) {
      // Whatever the abort broke: why there was one is what counts.
      const failure = signal.aborted ? signal.reason : error;
      await settleFailed(reservation, failure);
      throw failure;
    }

    /** A server that computed and was not heard charges all the same. */
    async function settleFailed(reservation: TokenReservation, error: unknown): Promise<void> {
      if (!(error instanceof ServerFailure)) return;
      await (error.unused ? reservation.release() : reservation.settle(most));
    }
  }

  async function answerTo<Answer>(request: ModelRequest<Answer>): Promise<ModelAnswer<Answer>> {
    const question = askedBy(request);
    const hash = contentHash(question, { base_url, model, further });
    const known = await context.answers.get(hash);
    const remembered = known === null ? null : readAnswer(known, request.schema);
    if (remembered?.fits) return { value: remembered.value, cached: true };
    const timeoutMs = Math.min(request.timeoutMs, params.timeout * 1000);
    const deadline = startDeadline(timeoutMs, [context.signal, ...(request.signal ? [request.signal] : [])]);
    try {
      const first = await circuit.run(() => ask(question, deadline.signal));
      let read = readAnswer(first.text, request.schema);
      if (!read.fits) {
        log.info(
          { model, purpose: request.purpose },
          "the language model's answer did not fit and is asked for once more",
        );
        const again = repaired(question, first.text, read.fault);
        const second = await circuit.run(() => ask(again, deadline.signal));
        read = readAnswer(second.text, request.schema);
      }
      if (!read.fits)
        throw new ModelError("invalid_model_output", `${model} gave no usable answer, twice. ${read.fault}`);
      await context.answers.put(hash, read.json);
      return { value: read.value, cached: false };
    } finally {
      deadline.clear();
    }
  }

  return {
    name: model,
    async generate(request) {
      try {
        return await answerTo(request);
      } catch (error) {
        const failure = modelErrorFor(error);
        log.warn({ model, purpose: request.purpose, reason: failure.reason }, failure.message);
        throw failure;
      }
    },
  };
}

function modelErrorFor(error: unknown): ModelError {
  if (error instanceof ModelError) return error;
  if (error instanceof ServerFailure) return asModelError(error);
  const reason = error instanceof Error ? error.message : String(error);
  return new ModelError("llm_unavailable", `the language model cannot be asked: ${reason}`, { cause: error });
}

/** Aborts with the `ServerFailure` that says why. Callers that give up have waited long enough: that too is a time-out. */
function startDeadline(timeoutMs: number, [host, caller]: readonly AbortSignal[]) {
  const stop = new AbortController();
  const late = () => {
    const message = `the language model did not answer within ${timeoutMs / 1000} s`;
    stop.abort(new ServerFailure(message, { reason: "llm_timeout", unused: false }));
  };
  const stopped = () => stop.abort(new ServerFailure("OTAI is being stopped", { lasting: false, unused: false }));
  const timer = setTimeout(late, timeoutMs);
  host?.addEventListener("abort", stopped, { once: true });
  caller?.addEventListener("abort", late, { once: true });
  if (host?.aborted) stopped();
  if (caller?.aborted) late();
  return {
    signal: stop.signal,
    clear() {
      clearTimeout(timer);
      host?.removeEventListener("abort", stopped);
      caller?.removeEventListener("abort", late);
    },
  };
}

/** Does not wait for a call that is late, whatever it does; its failure is the signal's reason. */
async function within<Value>(signal: AbortSignal, call: Promise<Value>): Promise<Value> {
  const late = Promise.withResolvers<never>();
  const give = () => late.reject(signal.reason);
  signal.addEventListener("abort", give, { once: true });
  if (signal.aborted) give();
  try {
    return await Promise.race([call, late.promise]);
  } finally {
    signal.removeEventListener("abort", give);
  }
}
