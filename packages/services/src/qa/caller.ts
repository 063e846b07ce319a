/** Who asks: the key's name, and what the key may do. */
export interface Caller {
  readonly actor: string;
  readonly scopes: readonly string[];
}

/** Opens views of single agents; given to nobody by default, not even to `admin`. */
const agentView = "qa_agent_view";

export function mayViewAgents({ scopes }: Caller): boolean {
  return scopes.includes(agentView);
}
