import { readFileSync } from "node:fs";
import { rootCertificates } from "node:tls";
import { ConfigError } from "@otai/plugin-api/errors";
import type { Log } from "@otai/plugin-api/plugin";
import { isLoopbackHost } from "./network-address.ts";

export interface TlsOptions {
  /** PEM texts. Giving `ca` replaces the built-in roots, so they are part of it. */
  readonly ca?: readonly string[];
  readonly rejectUnauthorized: boolean;
}

export interface TransportParams {
  readonly baseUrl: string;
  /** `true`, `false`, or the path of a CA bundle. */
  readonly verify: boolean | string;
  readonly allow_insecure: boolean;
}

/**
 * What the transport may trust. Fails closed (S01): neither an unverified certificate nor plain HTTP, which shows the key
 * to the network, is accepted beyond loopback unless `allow_insecure: true` says that somebody decided so.
 * @throws ConfigError naming the parameter.
 */
export function createTlsOptions(params: TransportParams, connection: string, log: Log): TlsOptions {
  const { protocol, hostname } = new URL(params.baseUrl);
  const where = `ticket_systems.${connection}.params`;
  const plain = protocol === "http:";
  if ((plain || params.verify === false) && !isLoopbackHost(hostname)) {
    if (!params.allow_insecure) {
      throw new ConfigError(
        plain
          ? `${where}.base_url: http:// would send the key to ${hostname} unencrypted; use https://, or set allow_insecure: true beside it if the network is yours`
          : `${where}.verify: false would trust anybody who answers as ${hostname}; set verify to the path of a CA file (PEM), or set allow_insecure: true beside it`,
      );
    }
    log.warn(
      { connection, host: hostname },
      plain ? "plain HTTP: the key travels unencrypted" : "TLS certificates are NOT verified",
    );
  } else if (params.verify === false) {
    log.warn({ connection, host: hostname }, "TLS certificates are not verified (loopback)");
  }
  if (typeof params.verify === "boolean") return { rejectUnauthorized: params.verify };
  return { ca: [...rootCertificates, readCaFile(params.verify, where)], rejectUnauthorized: true };
}

function readCaFile(path: string, where: string): string {
  let pem: string;
  try {
    pem = readFileSync(path, "utf8");
  } catch (cause) {
    throw new ConfigError(
      `${where}.verify: the CA file ${path} cannot be read; give the path of a PEM file, true or false`,
      { cause },
    );
  }
  if (!pem.includes("-----BEGIN CERTIFICATE-----")) {
    throw new ConfigError(`${where}.verify: ${path} holds no PEM certificate (-----BEGIN CERTIFICATE-----)`);
  }
  return pem;
}
