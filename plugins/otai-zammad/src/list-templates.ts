import type { AnswerTemplate } from "@otai/plugin-api/answer-template";
import { htmlToText } from "@otai/text/html";
import type { Account } from "./account.ts";
import { readAllPages } from "./read-pages.ts";
import { rawTextModule } from "./schema.ts";

/** Active text modules, without those of a single agent. Groups that restrict one are given by name. */
export async function* listTemplates({ client, groups }: Account): AsyncGenerator<AnswerTemplate> {
  const { entries } = await groups.get();
  const names = new Map(entries.map(({ id, name }) => [id, name]));
  for (const { id, name, content, active, user_id, group_ids } of await readAllPages(
    client,
    "/text_modules",
    rawTextModule,
  )) {
    const text = htmlToText(content ?? "").trim();
    if (text === "" || active === false || user_id != null) continue;
    yield {
      id,
      title: name ?? "",
      text,
      language: null,
      queues: (group_ids ?? []).map((group) => names.get(group) ?? group),
    };
  }
}
