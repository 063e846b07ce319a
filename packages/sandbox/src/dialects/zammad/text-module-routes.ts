import type { Hono } from "hono";
import { CANNED_ANSWERS } from "../../desk/canned-answers.ts";
import { jsonResponse } from "./api-error.ts";
import { instant } from "./call.ts";
import type { ZammadAccount } from "./zammad-account.ts";
import { groups } from "./zammad-words.ts";

/** `/text_modules`: texts that agents write with `::`. */
export function addTextModuleRoutes(routes: Hono, { desk }: ZammadAccount): void {
  const written = instant(desk.bot.createdAt);
  routes.get("/text_modules", () =>
    jsonResponse(
      CANNED_ANSWERS.map(({ id, title, html, queue, personal }) => ({
        id,
        name: title,
        keywords: title.toLowerCase(),
        content: html,
        note: null,
        user_id: personal ? desk.layout.agents[0]!.id : null,
        foreign_id: null,
        active: true,
        group_ids: groups(desk)
          .filter(({ name }) => name === queue)
          .map((group) => group.id),
        updated_by_id: 1,
        created_by_id: 1,
        created_at: written,
        updated_at: written,
      })),
    ),
  );
}
