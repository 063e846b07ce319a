import { refusal } from "./operation-error.ts";
import { logIn, type Operation } from "./otobo-account.ts";
import { agentId, agentLogin } from "./otobo-words.ts";
import { isTrue } from "./request-data.ts";

export const sessionCreate: Operation = (account, { data, remote }) => {
  const operation = "SessionCreate";
  if (!isTrue(data.Password)) throw refusal(operation, "MissingParameter", "Password parameter is missing!");
  const user = logIn(account, data.UserLogin, data.Password);
  if (user === undefined || user.deleted) throw refusal(operation, "AuthFail", "Authorization failing!");
  return { SessionID: account.sessions.create(user.id, remote).id };
};

export const sessionGet: Operation = (account, { data, remote }) => {
  const session = account.sessions.find(data.SessionID, remote);
  const user = session && account.desk.user(session.userId);
  if (!session || !user) throw refusal("SessionGet", "SessionInvalid", "SessionID is Invalid!");
  const entries: Record<string, unknown> = {
    UserLogin: agentLogin(user),
    UserID: agentId(account.desk, user.id),
    UserEmail: user.email,
    UserFullname: user.name,
    UserType: "User",
    CreateTime: Math.floor(session.createdAt / 1000),
  };
  return { SessionData: Object.entries(entries).map(([Key, Value]) => ({ Key, Value })) };
};
