import type { Hono } from "hono";
import { CANNED_ANSWERS, type CannedAnswer } from "../../desk/canned-answers.ts";
import { htmlToText } from "../../desk/html-text.ts";
import type { DialectContext } from "../dialect.ts";
import { isoSecond, jsonAnswer, notFound } from "./freshdesk-answers.ts";

const FOLDERS = [
  { id: 80_000_610_001, name: "General", personal: false },
  { id: 80_000_610_002, name: "Personal", personal: true },
] as const;

/** Folders and what is in them; what one agent keeps for himself lies in a folder that says so. */
export function addCannedResponseRoutes(routes: Hono, context: DialectContext): void {
  const written = isoSecond(context.desk.bot.createdAt);
  const inFolder = (personal: boolean) => CANNED_ANSWERS.filter((answer) => answer.personal === personal);
  const stamps = { created_at: written, updated_at: written };
  const shape = (answer: CannedAnswer, folderId: number) => ({
    id: answer.id,
    title: answer.title,
    content: htmlToText(answer.html),
    content_html: answer.html,
    folder_id: folderId,
    attachments: [],
    ...stamps,
  });

  routes.get("/canned_response_folders", () =>
    jsonAnswer(
      200,
      FOLDERS.map((folder) => ({ ...folder, responses_count: inFolder(folder.personal).length, ...stamps })),
    ),
  );
  routes.get("/canned_response_folders/:id/responses", (c) => {
    const folder = FOLDERS.find(({ id }) => id === Number(c.req.param("id")));
    if (folder === undefined) return notFound();
    return jsonAnswer(
      200,
      inFolder(folder.personal).map((answer) => shape(answer, folder.id)),
    );
  });
}
