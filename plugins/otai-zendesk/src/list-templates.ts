import type { AnswerTemplate } from "@otai/plugin-api/answer-template";
import { htmlToText } from "@otai/text/html";
import { z } from "zod";
import type { Account } from "./account.ts";
import { readPages } from "./read-pages.ts";
import { type RawMacro, rawMacro } from "./schema.ts";

const macrosPage = z.object({ macros: z.array(rawMacro) });

/** Active macros that write a comment, without those of a single agent. Groups that restrict one are given by name. */
export async function* listTemplates({ client, groups }: Account): AsyncGenerator<AnswerTemplate> {
  const names = new Map((await groups.get()).map(({ id, name }) => [id, name]));
  for await (const { macros } of readPages(client, "/macros.json", macrosPage, { active: "true" })) {
    for (const macro of macros) {
      const text = commentOf(macro);
      const { id, title, restriction, active } = macro;
      if (text === "" || active === false || (restriction !== null && restriction.type !== "Group")) continue;
      const own =
        restriction === null ? [] : [...restriction.ids, ...(restriction.id === null ? [] : [restriction.id])];
      yield { id, title, text, language: null, queues: [...new Set(own)].map((group) => names.get(group) ?? group) };
    }
  }
}

function commentOf({ actions }: RawMacro): string {
  const textOf = (field: string) => {
    const value = actions.find((action) => action.field === field)?.value;
    const text = Array.isArray(value) ? value[1] : value;
    return typeof text === "string" ? text : "";
  };
  return (textOf("comment_value").trim() || htmlToText(textOf("comment_value_html"))).trim();
}
