export const minimumNode: readonly [number, number];
export function isNewEnough(version: string): boolean;
export function nodePackageFor(platform: string, arch: string, libc: "musl" | "glibc" | "none"): string | undefined;
export function libcOf(platform: string): "musl" | "glibc" | "none";
export function projectNodePath(root: string): string | undefined;
export function findProjectNode(folder: string): string | undefined;
