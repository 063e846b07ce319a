/** The values of `{{ get_env('NAME') }}`; an empty variable counts as not set, so that nothing is silently empty. */
export type Environ = Readonly<Record<string, string | undefined>>;

export interface Expansion {
  readonly text: string;
  /** Values that came from the environment: secrets. */
  readonly secrets: readonly string[];
  readonly faults: readonly TemplateFault[];
}

export interface TemplateFault {
  /** Which `{{` of the string it is, from 0. */
  readonly occurrence: number;
  readonly kind: "unset" | "malformed";
  readonly message: string;
}

const call = /^\s*get_env\(\s*(?:'([^']*)'|"([^"]*)")\s*(?:,\s*(?:'([^']*)'|"([^"]*)")\s*)?\)\s*$/;
const variableName = /^[A-Za-z_][A-Za-z0-9_]*$/;
const usage = "only {{ get_env('NAME') }} and {{ get_env('NAME', 'default') }} are possible here";

/** Replaces each `{{ get_env(…) }}` of one string, once: what a variable holds is never looked at again. */
export function expandTemplate(source: string, env: Environ): Expansion {
  const secrets: string[] = [];
  const faults: TemplateFault[] = [];
  let text = "";
  let rest = source;
  for (let occurrence = 0; ; occurrence += 1) {
    const start = rest.indexOf("{{");
    if (start < 0) return { text: text + rest, secrets, faults };
    text += rest.slice(0, start);
    const end = rest.indexOf("}}", start);
    if (end < 0) {
      faults.push({ occurrence, kind: "malformed", message: `"{{" is not closed by "}}"; ${usage}` });
      return { text, secrets, faults };
    }
    const result = evaluate(rest.slice(start + 2, end), env);
    if ("fault" in result) faults.push({ occurrence, kind: result.fault, message: result.message });
    else {
      text += result.value;
      if (result.secret) secrets.push(result.value);
    }
    rest = rest.slice(end + 2);
  }
}

type Evaluation =
  | { readonly value: string; readonly secret: boolean }
  | { readonly fault: TemplateFault["kind"]; readonly message: string };

function evaluate(expression: string, env: Environ): Evaluation {
  const match = call.exec(expression);
  const name = match?.[1] ?? match?.[2] ?? "";
  if (match === null || !variableName.test(name)) {
    return { fault: "malformed", message: `"{{${expression}}}" is not understood; ${usage}` };
  }
  const value = env[name];
  if (value !== undefined && value !== "") return { value, secret: true };
  const fallback = match[3] ?? match[4];
  if (fallback !== undefined) return { value: fallback, secret: false };
  const state = value === undefined ? "is not set" : "is set but empty";
  return {
    fault: "unset",
    message: `environment variable ${name} ${state}; give it in the environment or in .env beside this file`,
  };
}
