import { z } from "zod";

/** Words that every service shares, as published. */
export const roleSchema = z.enum(["customer", "agent", "system"]);

export const channelSchema = z.enum(["email", "chat", "phone", "social", "web"]);
export type Channel = z.output<typeof channelSchema>;

export const sentimentLabelSchema = z.enum(["positive", "neutral", "negative"]);
export type SentimentLabel = z.output<typeof sentimentLabelSchema>;

export const tierSchema = z.enum(["free", "basic", "premium", "enterprise"]);

/** Who an article may be shown to, from everybody to agents only. */
export const visibilitySchema = z.enum(["public", "authenticated", "restricted", "internal"]);
export type Visibility = z.output<typeof visibilitySchema>;

/** Whom an answer is for; it sees articles up to its own visibility. */
export const audienceSchema = z.enum(["public", "authenticated", "internal"]);
export type Audience = z.output<typeof audienceSchema>;
