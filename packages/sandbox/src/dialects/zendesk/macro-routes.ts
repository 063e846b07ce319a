import type { Hono } from "hono";
import { CANNED_ANSWERS, type CannedAnswer } from "../../desk/canned-answers.ts";
import { callUrl, optionalSuffix } from "./call.ts";
import { paginate } from "./paging.ts";
import type { ZendeskAccount } from "./zendesk-account.ts";

/** `/macros`: a canned answer is a macro that writes a comment; others only set fields. */
export function addMacroRoutes(routes: Hono, account: ZendeskAccount): void {
  const { desk } = account;
  const written = new Date(desk.bot.createdAt).toISOString();
  const restrictionOf = ({ personal, queue }: CannedAnswer) => {
    if (personal) return { type: "User", id: desk.layout.agents[0]!.id };
    const group = queue === null ? undefined : desk.groupNamed(queue);
    return group === undefined ? null : { type: "Group", id: group.id, ids: [group.id] };
  };
  const macro = (id: number, title: string, actions: object[], restriction: object | null, active = true) => ({
    ...{ id, title, raw_title: title, description: null, active, default: false, position: 0, actions, restriction },
    ...{ created_at: written, updated_at: written },
  });
  const macros = () => [
    ...CANNED_ANSWERS.map((answer) =>
      macro(
        answer.id,
        answer.title,
        [
          { field: "comment_value_html", value: answer.html },
          { field: "status", value: "pending" },
        ],
        restrictionOf(answer),
      ),
    ),
    macro(80_000_629_001, "Take it", [{ field: "assignee_id", value: "current_user" }], null),
    macro(80_000_629_002, "Old prices", [{ field: "comment_value", value: "It costs 5 euros." }], null, false),
  ];

  routes.on("GET", optionalSuffix("/macros"), (c) => {
    const wanted = c.req.query("active");
    const chosen = macros().filter(({ active }) => wanted === undefined || String(active) === wanted);
    const page = paginate(chosen, callUrl(c, account));
    return c.json({ macros: page.records, ...page.envelope });
  });
}
