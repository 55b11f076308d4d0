// Walks on which something goes wrong: a session that ends, answers that are late, providers that refuse, a page without TLS.

import { expect, gone, heading, signIn } from './steps.mjs';

const LISTS = '**/credentials/list?*';

/** Whatever is being done when the token is no longer taken, one is asked to sign in, and is then back where one was. */
export async function sessionEnds(page, look, { token }) {
  await signIn(page, token);
  const search = page.getByRole('searchbox', { name: 'Name begins with' });
  for (const [begin, act] of [
    [() => search.waitFor(), () => search.fill('Acc')],
    [() => page.getByText('Page 1').waitFor(), () => page.getByRole('button', { name: 'Next page' }).click()],
    [() => removal(page), () => page.getByRole('button', { name: 'Remove it' }).click()],
    [() => change(page), () => page.getByRole('button', { name: 'Save' }).click()],
  ]) {
    await begin();
    await spoil(page);
    await act();
    await page.getByText('Your session has ended').waitFor();
    await gone(page.getByRole('dialog'));
    const where = page.url();
    await signIn(page, token);
    await gone(page.getByRole('heading', { name: 'Sign in' }));
    await expect(page.url() === where, 'the address was lost');
  }
  await look('after-sign-in');
}

async function removal(page) {
  await page.getByRole('button', { name: 'Remove Account 02' }).click();
  await page.getByRole('dialog').waitFor();
}

async function change(page) {
  await page.getByRole('link', { name: 'Account 03', exact: true }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Another');
}

function spoil(page) {
  return page.evaluate(() => sessionStorage.setItem('keystead.token', 'a.e30.b'));
}

/** The answer to an earlier search comes after that to a later one, and an earlier page after a later one. */
export async function lateAnswers(page, look, { token }) {
  await signIn(page, token);
  await heading(page, 'Credentials');
  let earlier;
  await page.route(LISTS, async (route) => {
    if (new URL(route.request().url()).searchParams.get('name_prefix') === 'Account 1') {
      await new Promise((resolve) => { earlier = resolve; });
    }
    await route.continue();
  });
  const search = page.getByRole('searchbox', { name: 'Name begins with' });
  const asked = page.waitForRequest((request) => request.url().includes('Account+1'));
  await search.fill('Account 1');
  await asked;
  await page.locator('[aria-busy=true]').waitFor();
  await search.fill('Account 20');
  await gone(page.getByRole('link', { name: 'Account 01', exact: true }));
  const answered = page.waitForResponse((response) => response.url().includes('Account+1'));
  earlier();
  await (await answered).finished();
  await page.waitForTimeout(200); // for what must not happen
  await expect((await page.getByRole('row').count()) === 2, 'a late answer is shown');
  await expect((await page.locator('[aria-busy=true]').count()) === 0, 'it seems to search still');
  await leaveMeanwhile(page, look);
}

async function leaveMeanwhile(page, look) {
  let earlier;
  await page.route('**/credentials/describe?*', async (route) => {
    await new Promise((resolve) => { earlier = resolve; });
    await route.continue();
  });
  const asked = page.waitForRequest('**/credentials/describe?*');
  await page.getByRole('link', { name: 'Account 20', exact: true }).click();
  await asked;
  await page.getByText('Loading …').waitFor();
  await look('loading');
  const answered = page.waitForResponse('**/credentials/describe?*');
  await page.getByRole('link', { name: 'History', exact: true }).click();
  await heading(page, 'History');
  earlier();
  await (await answered).finished();
  await page.waitForTimeout(200); // for what must not happen
  await heading(page, 'History');
}

/** The last credential of the last page is removed; then the server is out of reach, and back. */
export async function emptiedPage(page, look, { token }) {
  await signIn(page, token);
  await page.getByRole('button', { name: 'Next page' }).click();
  await page.getByText('Page 2').waitFor();
  for (const name of ['Account 26', 'Account 27', 'Account 28', 'Account 29', 'Account 30']) {
    await page.getByRole('button', { name: `Remove ${name}` }).click();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await gone(page.getByRole('link', { name, exact: true }));
  }
  await page.getByRole('link', { name: 'Account 01', exact: true }).waitFor();
  await expect(!(await page.getByText('There is no credential yet').isVisible()), 'all seem to be gone');
  await page.route(LISTS, (route) => route.abort());
  await page.getByRole('searchbox', { name: 'Name begins with' }).fill('Account 07');
  await page.getByRole('alert').getByText('The server is out of reach').waitFor();
  await look('out-of-reach');
  await page.unroute(LISTS);
  await page.getByRole('button', { name: 'Try again' }).click();
  await gone(page.getByRole('link', { name: 'Account 01', exact: true }));
  await page.getByRole('link', { name: 'Account 07', exact: true }).waitFor();
  await skipToTheContent(page);
}

async function skipToTheContent(page) {
  const where = page.url();
  await page.getByRole('link', { name: 'Skip to the content' }).focus();
  await page.keyboard.press('Enter');
  await expect(await page.locator('#view').evaluate((view) => view === document.activeElement), 'the content has not the focus');
  await expect(page.url() === where, 'skipping changes the address');
}

/** The page came without TLS from another host: the browser has no clipboard and no cryptography for it. */
export async function withoutTls(page, look, { token }) {
  await expect(!(await page.evaluate(() => window.isSecureContext)), 'this is a secure context');
  await page.getByRole('button', { name: /^Sign in with / }).click();
  await page.getByText('Signing in there needs this page to come by https.').waitFor();
  await look('needs-tls');
  await signIn(page, token);
  await page.getByRole('link', { name: 'Add a credential' }).click();
  await page.getByText('Google Cloud', { exact: true }).click();
  await page.getByRole('button', { name: /^Copy / }).first().click();
  await page.getByText('The browser does not let this page copy.').waitFor();
  await page.getByLabel('Name').fill('Analytics');
  await page.getByLabel('Project', { exact: true }).fill('acme-analytics');
  await page.getByRole('button', { name: 'Add the credential' }).click();
  await page.getByRole('button', { name: 'Remove Analytics' }).click();
  await page.getByRole('button', { name: 'Remove it' }).click();
  await page.getByText('There is no credential yet.').waitFor();
}

/** Of several organisations one is chosen; of a token that names none, the organisation is asked. */
export async function organizations(page, look, { token }) {
  await signIn(page, token);
  await heading(page, 'Organisation');
  await look('organisations');
  await page.getByRole('link', { name: 'globex' }).click();
  await heading(page, 'Credentials');
  await look('chosen');
  await page.getByLabel('Organisation').selectOption('acme');
  await page.waitForURL(/#\/acme$/);
  await page.getByText('There is no credential yet.').waitFor();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await signIn(page, `e30.${btoa('{"sub":"ada"}').replaceAll('=', '')}.AA`);
  await heading(page, 'Organisation');
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByRole('alert').getByText('Please say which.').waitFor();
  await look('which');
  await page.getByLabel('Id of the organisation').fill('acme');
  await page.getByRole('button', { name: 'Open' }).click();
  await page.getByText('Your session has ended').waitFor();
}

/** Everything that an answer of the provider may have wrong is told, and nobody is signed in. */
export async function providerRefuses(page, look) {
  const button = page.getByRole('button', { name: /^Sign in with / });
  for (const [address, change, told] of [
    ['**/authorize?*', refusing, 'The provider refused: The administrator has to agree first.'],
    ['**/authorize?*', (route) => back(route, 'code=x&state=another'), 'This sign-in was not begun here.'],
    ['**/token', (route) => route.fulfill({ status: 400, headers: { 'Access-Control-Allow-Origin': '*' }, json: { error: 'invalid_grant' } }), 'The provider gave no token: invalid_grant'],
    ['**/token', (route) => idToken(route, { iss: 'https://else.example.com' }), 'belongs to another sign-in'],
    ['**/token', (route) => idToken(route, { aud: ['another'] }), 'belongs to another sign-in'],
    ['**/token', (route) => idToken(route, { nonce: 'another' }), 'belongs to another sign-in'],
    ['**/token', (route) => tokens(route, (sent) => ({ ...sent, id_token: undefined })), 'belongs to another sign-in'],
    ['**/openid-configuration', (route) => route.abort(), 'The identity provider is out of reach'],
    ['**/openid-configuration', (route) => route.fulfill({ headers: { 'Access-Control-Allow-Origin': '*' }, json: { issuer: 'https://else.example.com' } }), 'is not the one that is configured'],
  ]) {
    await page.reload(); // takes away what was told before
    await page.route(address, change);
    await button.click();
    await page.getByRole('alert').getByText(told).waitFor();
    await page.unroute(address);
    await expect((await page.evaluate(() => sessionStorage.getItem('keystead.token'))) === null, `signed in though: ${told}`);
  }
  await look('refused-by-provider');
  await button.click();
  await heading(page, 'Credentials');
}

function refusing(route) {
  const state = new URL(route.request().url()).searchParams.get('state');
  return back(route, `error=access_denied&error_description=The+administrator+has+to+agree+first.&state=${state}`);
}

function back(route, answer) {
  const to = new URL(route.request().url()).searchParams.get('redirect_uri');
  return route.fulfill({ status: 302, headers: { Location: `${to}?${answer}` } });
}

function idToken(route, change) {
  return tokens(route, (sent) => {
    const claims = JSON.parse(Buffer.from(sent.id_token.split('.')[1], 'base64url').toString());
    return { ...sent, id_token: `e30.${Buffer.from(JSON.stringify({ ...claims, ...change })).toString('base64url')}.AA` };
  });
}

async function tokens(route, change) {
  const response = await route.fetch();
  return route.fulfill({ response, json: change(await response.json()) });
}
