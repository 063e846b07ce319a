import {
  AliasNode,
  ColumnNode,
  type ColumnUpdateNode,
  InsertQueryNode,
  type KyselyPlugin,
  type OperationNode,
  ReferenceNode,
  type RootOperationNode,
  SelectQueryNode,
  TableNode,
  UpdateQueryNode,
  ValueNode,
  ValuesNode,
} from "kysely";
import { sealedColumnsOf } from "./sealed-columns.ts";
import type { Sealer } from "./sealer.ts";

type Row = Record<string, unknown>;
/** What a query reads or writes of one table. */
interface Scope {
  readonly table: string;
  readonly columns: readonly string[];
}

/**
 * Seals on the way into the database and opens on the way out, so that no repository can forget it: what writes a sealed column
 * otherwise than as a value is refused.
 */
export function createSealingPlugin(sealer: Sealer): KyselyPlugin {
  const scopes = new WeakMap<object, readonly Scope[]>();
  const seal = (value: unknown, place: string): unknown => {
    if (typeof value === "string") return sealer.seal(value, place);
    return value instanceof Uint8Array ? sealer.sealBytes(value, place) : value;
  };
  const open = (value: unknown, place: string): unknown => {
    if (typeof value === "string") return sealer.open(value, place);
    return value instanceof Uint8Array ? sealer.openBytes(value, place) : value;
  };
  const sealNode = (node: OperationNode, place: string): OperationNode => {
    if (ValueNode.is(node)) return { ...node, value: seal(node.value, place) } as ValueNode;
    // `excluded.body`: it was sealed as a value of the same statement.
    if (ReferenceNode.is(node) && nameOf(node.table) === "excluded") return node;
    throw new Error(`${place} is sealed and can be written as a value only`);
  };
  const sealUpdate = ({ table, columns }: Scope, update: ColumnUpdateNode): ColumnUpdateNode => {
    if (!ColumnNode.is(update.column)) throw new Error(`an update of ${table} names no column`);
    const column = update.column.column.name;
    return columns.includes(column) ? { ...update, value: sealNode(update.value, `${table}.${column}`) } : update;
  };

  function sealInsert(node: InsertQueryNode, scope: Scope): InsertQueryNode {
    const places = (node.columns ?? []).map(({ column: { name } }) =>
      scope.columns.includes(name) ? `${scope.table}.${name}` : null,
    );
    if (node.values === undefined || !ValuesNode.is(node.values)) throw new Error(`${scope.table} takes values only`);
    const values = node.values.values.map((row) =>
      row.kind === "PrimitiveValueListNode"
        ? { ...row, values: row.values.map((value, at) => (places[at] == null ? value : seal(value, places[at]))) }
        : { ...row, values: row.values.map((value, at) => (places[at] == null ? value : sealNode(value, places[at]))) },
    );
    const { onConflict } = node;
    return {
      ...node,
      values: { ...node.values, values } as ValuesNode,
      ...(onConflict?.updates === undefined
        ? {}
        : { onConflict: { ...onConflict, updates: onConflict.updates.map((update) => sealUpdate(scope, update)) } }),
    };
  }

  return {
    transformQuery({ node, queryId }): RootOperationNode {
      const touched = tablesOf(node).map((table) => ({ table, columns: sealedColumnsOf(table) }));
      const sealed = touched.filter(({ columns }) => columns.length > 0);
      const [scope] = sealed;
      if (scope === undefined) return node;
      scopes.set(queryId, sealed);
      if (InsertQueryNode.is(node)) return sealInsert(node, scope);
      if (UpdateQueryNode.is(node))
        return { ...node, updates: (node.updates ?? []).map((update) => sealUpdate(scope, update)) } as UpdateQueryNode;
      return node;
    },
    async transformResult({ queryId, result }) {
      const sealed = scopes.get(queryId);
      if (sealed === undefined || result.rows.length === 0) return result;
      return { ...result, rows: result.rows.map((row) => openRow(row, sealed)) };
    },
  };

  function openRow(row: Row, sealed: readonly Scope[]): Row {
    const opened: Row = { ...row };
    for (const { table, columns } of sealed) {
      for (const column of columns) {
        if (opened[column] !== undefined) opened[column] = open(opened[column], `${table}.${column}`);
      }
    }
    return opened;
  }
}

function tablesOf(node: RootOperationNode): string[] {
  if (InsertQueryNode.is(node)) return names([node.into]);
  if (UpdateQueryNode.is(node)) return names([node.table]);
  if (SelectQueryNode.is(node)) {
    return names([...(node.from?.froms ?? []), ...(node.joins ?? []).map(({ table }) => table)]);
  }
  return node.kind === "DeleteQueryNode" ? names(node.from.froms) : [];
}

function names(nodes: readonly (OperationNode | undefined)[]): string[] {
  return nodes.flatMap((node) => nameOf(node) ?? []);
}

function nameOf(node: OperationNode | undefined): string | null {
  if (node === undefined) return null;
  if (AliasNode.is(node)) return nameOf(node.node);
  return TableNode.is(node) ? node.table.identifier.name : null;
}
