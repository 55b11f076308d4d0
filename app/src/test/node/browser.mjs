// A page of the console in Chromium, with what is looked at on every screen: axe's rules, the width, the errors of the page.

import { chromium } from 'playwright-core';
import fs from 'node:fs';
import path from 'node:path';

const AXE = fs.readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
// The browser's own lines about answers that the console shows.
const EXPECTED = /the server responded with a status of 4|net::ERR_FAILED/;

/** Opens the page, has the flow walk through it and returns what was wrong. */
export async function walk({ url, scheme, width, out }, flow) {
  const problems = [];
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--host-resolver-rules=MAP keystead.test 127.0.0.1'],
  });
  try {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme: scheme });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    page.on('console', (line) => {
      if (line.type() === 'error' && !EXPECTED.test(line.text())) {
        problems.push(`the browser says: ${line.text()}`);
      }
    });
    page.on('pageerror', (error) => problems.push(`an error: ${error.message}`));
    await page.goto(url);
    await flow(page, (name, shown = page) => look(shown, `${name}-${scheme}-${width}`, out, problems));
  } catch (error) {
    problems.push(error.message);
  } finally {
    await browser.close();
  }
  return problems;
}

async function look(page, name, out, problems) {
  await page.waitForTimeout(300); // until what fades has faded
  await page.screenshot({ path: path.join(out, `${name}.png`), fullPage: true });
  const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (excess > 0) {
    problems.push(`${name} scrolls sideways by ${excess} pixels`);
  }
  const violations = await axe(page);
  violations.forEach((violation) => problems.push(`${name}: ${violation}`));
  fs.appendFileSync(path.join(out, 'axe.txt'), `${name}: ${violations.length} violations\n`);
}

/** In a world of its own, which the page's policy does not bind. */
async function axe(page) {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId: contextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  await session.send('Runtime.evaluate', { contextId, expression: AXE });
  const expression = `axe.run().then((found) => {
    if (found.passes.length < 10) { throw new Error('axe looked at nothing'); }
    return found.violations.map((one) => one.id + ' at ' + one.nodes.map((node) => node.target).join(', '));
  })`;
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', { contextId, expression, awaitPromise: true, returnByValue: true });
  await session.detach();
  return exceptionDetails ? [`axe did not run: ${exceptionDetails.exception?.description}`] : result.value;
}
