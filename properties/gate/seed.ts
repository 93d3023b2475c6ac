import fc from 'fast-check';
import { environmentSettings } from '#command/settings.ts';

// With COUNTERCLAIM_SEED every property draws the same cases again; without it each run draws new ones, and a failure
// prints the seed that it was found with.
const settings = environmentSettings(process.env);
if (!('fault' in settings) && settings.seed !== undefined) {
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: settings.seed });
}
