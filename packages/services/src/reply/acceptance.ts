import { round } from "@otai/service-api/fields";
import type { JudgedDraft } from "../ports/reply.ts";

/** With fewer records a probability would be a guess. */
const leastFeedback = 200;
/** An edit up to this share of the words is a small one. */
const smallEdit = 0.15;

/** How often drafts of such support were sent with at most a small edit. */
export interface Acceptance {
  probability(support: number): number;
}

/** Learned from what became of past drafts, whose support was computed before anybody judged them; `null` from too few. */
export function learnAcceptance(records: readonly JudgedDraft[]): Acceptance | null {
  if (records.length < leastFeedback) return null;
  const { bias, slope } = fitLogistic(
    records.map(({ support, outcome, editDistance }) => ({
      input: support - middle,
      sent: outcome === "accepted" || (outcome === "edited" && editDistance <= smallEdit),
    })),
  );
  return { probability: (support) => round(sigmoid(bias + slope * (support - middle)), 4) };
}

const middle = 0.5;
const rounds = 25;
/** Weight of the belief that both parameters are near 0: keeps them finite where all drafts were sent, or none. */
const shrinkage = 0.1;
const longestStep = 2;

/** Two parameters by Newton's method. More support never makes a draft less likely to be sent. */
function fitLogistic(records: readonly { readonly input: number; readonly sent: boolean }[]) {
  const model = { bias: 0, slope: 0 };
  for (let round = 0; round < rounds; round += 1) {
    let [gradientBias, gradientSlope] = [-shrinkage * model.bias, -shrinkage * model.slope];
    let [biasBias, biasSlope, slopeSlope] = [shrinkage, 0, shrinkage];
    for (const { input, sent } of records) {
      const chance = sigmoid(model.bias + model.slope * input);
      const [residual, weight] = [(sent ? 1 : 0) - chance, chance * (1 - chance)];
      gradientBias += residual;
      gradientSlope += residual * input;
      biasBias += weight;
      biasSlope += weight * input;
      slopeSlope += weight * input * input;
    }
    const determinant = biasBias * slopeSlope - biasSlope * biasSlope;
    model.bias += bounded((slopeSlope * gradientBias - biasSlope * gradientSlope) / determinant);
    model.slope += bounded((biasBias * gradientSlope - biasSlope * gradientBias) / determinant);
  }
  if (model.slope >= 0) return model;
  const share = records.filter(({ sent }) => sent).length / records.length;
  return { bias: logit(share), slope: 0 };
}

const bounded = (step: number) => Math.min(Math.max(step, -longestStep), longestStep);
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));

function logit(share: number): number {
  const inside = Math.min(Math.max(share, 0.001), 0.999);
  return Math.log(inside / (1 - inside));
}
