/** What one request carries from middleware to handler. */
export interface RequestEnv {
  Variables: {
    requestId: string;
    /** Name of the API key; absent where none is needed. */
    keyName?: string;
    keyScopes?: readonly string[];
  };
}
