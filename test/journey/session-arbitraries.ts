/** One seed for all properties about sessions: a failure prints it together with its path. */
export const SEED = 20_260_401;
