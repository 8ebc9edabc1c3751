// Runs every fact about the page in a browser: run.mjs <chromium> <sample.wav> <json of addresses> [screenshots].
// Prints a line of JSON for each.
import { attempts } from './attempts.mjs';
import { captions } from './captions.mjs';
import { calls } from './calls.mjs';
import { launch } from './browser.mjs';
import { looks } from './looks.mjs';
import { oddities } from './oddities.mjs';
import { samples } from './samples.mjs';
import { screenshots } from './screenshots.mjs';

/** They wait for speech most of the time. */
const AT_ONCE = 4;

const [executable, sample, addresses, directory] = process.argv.slice(2);
const at = JSON.parse(addresses);
const facts = directory ? screenshots(directory) : { ...attempts, ...captions, ...calls, ...looks, ...oddities, ...samples };
const browser = await launch(executable, sample);

async function prove(name, fact) {
  const visits = [];
  let error = null;
  try {
    await fact(at, browser, visits);
  } catch (failed) {
    error = `${failed.stack}\nproblems: ${JSON.stringify(visits.map((visit) => visit.problems))}`;
  }
  await Promise.all(visits.map((visit) => visit.close()));
  console.log(JSON.stringify({ name, error }));
}

const waiting = Object.entries(facts);
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    while (waiting.length > 0) {
      await prove(...waiting.shift());
    }
  }),
);
await browser.close();
