import type { EvaluateRequest } from "@otai/service-api/qa-evaluate";
import type { CreateRubricRequest, Rubric, RubricResponse, UpdateRubricRequest } from "@otai/service-api/qa-rubric";
import { ServiceError } from "@otai/service-api/service-error";
import type { QaTransaction, RubricRecord } from "../ports/qa.ts";
import type { Caller } from "./caller.ts";
import { standardRubric } from "./standard-rubric.ts";
import type { QaSurroundings } from "./surroundings.ts";

type Tx = Pick<QaTransaction, "qaRubrics">;

/** The standard rubric stands in no table; its first edit there is version 2. */
const builtIn: RubricRecord = { rubric: standardRubric, createdAt: 0, createdBy: "otai" };

/** `id` is the latest version, `id@version` that one. */
async function lookUp(tx: Tx, reference: string): Promise<RubricRecord | null> {
  const [id = "", version] = reference.split("@");
  const stored = version === undefined ? await tx.qaRubrics.latest(id) : await tx.qaRubrics.get(id, Number(version));
  const isBuiltIn = id === standardRubric.id && (version === undefined || Number(version) === standardRubric.version);
  return stored ?? (isBuiltIn ? builtIn : null);
}

/** @throws ServiceError `NOT_FOUND` */
export async function findRubric(tx: Tx, reference: string): Promise<RubricRecord> {
  const found = await lookUp(tx, reference);
  if (found === null) throw new ServiceError("NOT_FOUND", `There is no rubric ${reference}`);
  return found;
}

/** The rubric that a request is judged by: its own, the one it names, its team's, else the installation's. */
export async function rubricFor(tx: Tx, request: EvaluateRequest, byDefault: string): Promise<Rubric> {
  const { rubric, rubric_id, team } = request;
  // Kept apart from stored rubrics, whose scorecards it must not enter.
  if (rubric !== undefined) return { ...rubric, id: `inline:${rubric.id}` };
  if (rubric_id !== undefined) {
    const named = await lookUp(tx, rubric_id);
    if (named === null) throw ServiceError.field("rubric_id", `there is no rubric ${rubric_id}`);
    return named.rubric;
  }
  const ofTeam =
    team === null ? undefined : (await tx.qaRubrics.list()).find(({ rubric: { groups } }) => groups.includes(team));
  const found = ofTeam ?? (await lookUp(tx, byDefault));
  if (found === null) {
    const mend = "create it, or name another one at services.qa.rubric of the configuration";
    throw new ServiceError("SERVICE_UNAVAILABLE", `There is no rubric ${byDefault}: ${mend}`);
  }
  return found.rubric;
}

export function createRubrics({ store, clock, defaultRubric = standardRubric.id }: QaSurroundings) {
  const [defaultId] = defaultRubric.split("@");
  const respond = ({ rubric, createdAt, createdBy }: RubricRecord): RubricResponse => ({
    ...rubric,
    default: rubric.id === defaultId,
    created_at: createdAt === 0 ? null : new Date(createdAt).toISOString(),
    created_by: createdBy,
  });
  const add = async (tx: Tx, rubric: Rubric, { actor }: Caller): Promise<RubricResponse> => {
    const record = { rubric, createdAt: clock.now(), createdBy: actor };
    if (!(await tx.qaRubrics.add(record)))
      throw new ServiceError("CONFLICT", `Version ${rubric.version} of ${rubric.id} was added meanwhile`);
    return respond(record);
  };
  return {
    async listRubrics(): Promise<RubricResponse[]> {
      const stored = await store.read((tx) => tx.qaRubrics.list());
      const all = stored.some(({ rubric }) => rubric.id === standardRubric.id) ? stored : [builtIn, ...stored];
      return all.map(respond);
    },

    /** @throws ServiceError `NOT_FOUND` */
    getRubric: async (reference: string): Promise<RubricResponse> =>
      respond(await store.read((tx) => findRubric(tx, reference))),

    /** @throws ServiceError `CONFLICT` when there is one of that id. */
    createRubric: (request: CreateRubricRequest, caller: Caller): Promise<RubricResponse> =>
      store.write(async (tx) => {
        const known = request.id === standardRubric.id || (await tx.qaRubrics.latest(request.id)) !== null;
        if (known) throw new ServiceError("CONFLICT", `There is a rubric ${request.id}; PUT makes a new version of it`);
        return add(tx, { ...request, version: 1 }, caller);
      }),

    /** Adds a version; what was evaluated keeps the old one. @throws ServiceError `NOT_FOUND`, `CONFLICT` */
    updateRubric: (id: string, request: UpdateRubricRequest, caller: Caller): Promise<RubricResponse> =>
      store.write(async (tx) => {
        if (id.includes("@")) throw ServiceError.field("id", "name the rubric, not one of its versions");
        const { version } = (await findRubric(tx, id)).rubric;
        const { version: edited, ...fields } = request;
        if (edited !== undefined && edited !== version)
          throw new ServiceError("CONFLICT", `Version ${edited} was edited, the latest is ${version}: read it again`);
        return add(tx, { ...fields, id, version: version + 1 }, caller);
      }),
  };
}
