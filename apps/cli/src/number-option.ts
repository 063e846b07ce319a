import { InvalidArgumentError } from "commander";

/** Parser of a numeric option within bounds. */
export function numberOption(wanted: { min: number; max: number; whole?: boolean }): (text: string) => number {
  const { min, max, whole = true } = wanted;
  return (text) => {
    const value = Number(text);
    if (text.trim() !== "" && value >= min && value <= max && (!whole || Number.isInteger(value))) return value;
    throw new InvalidArgumentError(`It must be a ${whole ? "whole " : ""}number from ${min} to ${max}.`);
  };
}

export const portOption = numberOption({ min: 0, max: 65_535 });
