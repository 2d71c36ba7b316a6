/**
 * Every variable that Titian reads from its environment, with what it means. One list, so that a mistyped name
 * is noticed at the start, the compose file is checked against it, and the docs can be.
 */
export const VARIABLES = {
  HOST: 'address that the API listens on; 127.0.0.1 if not set',
  PORT: 'port that the API listens on; 8080 if not set',
  DATABASE_URL: 'Postgres for the application login; if not set, an embedded one is started',
  TITIAN_OWNER_DATABASE_URL: 'the same database for the login that migrates; DATABASE_URL if not set',
  TEMPORAL_ADDRESS: 'host:port of a Temporal cluster; if not set, a development server is started',
  TEMPORAL_NAMESPACE: 'namespace in that cluster; "default" if not set',
  TEMPORAL_API_KEY: 'API key for that cluster',
  TEMPORAL_TLS: 'on or off: whether to speak TLS with that cluster; on if a key or certificate is given',
  TEMPORAL_TLS_SERVER_NAME: 'name to expect in the cluster’s certificate',
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: 'file with the authority that signed the cluster’s certificate',
  TEMPORAL_TLS_CLIENT_CERT_PATH: 'file with our own certificate',
  TEMPORAL_TLS_CLIENT_KEY_PATH: 'file with the key of our own certificate',
  TEMPORAL_CLI_PATH: 'the "temporal" program to start a development server with',
  TITIAN_DATA: 'folder for embedded servers, generated keys and fetched programs; .titian if not set',
  TITIAN_SANDBOX: 'on or off; on if neither DATABASE_URL nor TITIAN_OIDC_ISSUER is set',
  TITIAN_PILOT:
    'on or off: fictitious cases played on the first start; on in a sandbox where all parts run here',
  TITIAN_OIDC_ISSUER: 'https address of the sign-in service, outside a sandbox',
  TITIAN_OIDC_AUDIENCE: 'audience that its tokens must carry; "titian" if not set',
  TITIAN_OIDC_CLIENT_ID:
    'the console’s own id at the sign-in service; if not set, nobody signs in by browser',
  TITIAN_OIDC_CLIENT_SECRET: 'its secret there; none for a public client (PKCE alone)',
  TITIAN_OIDC_SCOPE: 'what the console asks for there; "openid" if not set',
  TITIAN_TEMPORAL_PAGES: 'address of Temporal’s own pages, for the auditor’s link to a run; none if not set',
  TITIAN_MASTER_KEY: 'key above all keys, <version>:<32 bytes in base64url>; required outside a sandbox',
  TITIAN_PARTS: 'which parts run here: all, migrate, api or worker; all if not set',
  TITIAN_TASK_QUEUE: 'task queue that workflows and workers meet at; "titian" if not set',
  TITIAN_FAILPOINT:
    'for fault tests in a sandbox: the point at which the worker kills itself, <name>:<count>',
  TITIAN_OPERATIONS_PORT:
    'port for /healthz, /readyz and /metrics of a process that only works; none if not set (the API has its own)',
  TITIAN_SMTP_URL: 'mail server for notices, smtp://user:password@host:587 or smtps://; none if not set',
  TITIAN_NOTICE_FROM: 'mail address that notices come from, and return to',
  TITIAN_NOTICE_SANDBOX: 'on or off: whether a sandbox really sends notices; off if not set',
  TITIAN_NOTICE_PRIVATE_NETWORK:
    'on or off: whether webhooks may lead to addresses of a private network; off if not set',
  TITIAN_CREDENTIAL_KEYS:
    'file with the private keys that sign digital certificates, a JWK set, the signing one first; a sandbox makes its own',
  TITIAN_LOG_KEY:
    'file with the private Ed25519 key that signs the log; a sandbox whose parts all run here makes its own',
  TITIAN_LOG_ORIGIN: 'name of the log, for good; required outside a sandbox where the log is sealed or read',
  TITIAN_TRUST_POLICY: 'file with the log, its witnesses and how many must cosign; the log alone if not set',
  TITIAN_CHECKPOINT_SECONDS:
    'a checkpoint is signed after this time, if anything waits for it; 60 if not set',
  TITIAN_CHECKPOINT_LEAVES: 'or after this many leaves, if that is sooner; 1000 if not set',
  TITIAN_HEADS_HOURS: 'where all streams stand is noted after this time; 24 if not set',
  TITIAN_HEADS_LEAVES: 'or after this many leaves, if that is sooner; 100000 if not set',
  TITIAN_VERIFY_SCHEDULE:
    'when the whole record is verified by itself, a cron expression of five fields in UTC, or off; "0 19 * * *" if not set',
  TITIAN_PUBLIC_URL: 'address at which people find this server, for links; a path alone if not set',
  TITIAN_TRUSTED_PROXIES:
    'addresses or networks of the proxies before this server, with commas; their X-Forwarded-For is believed; none if not set',
  TITIAN_URL: 'where the command line finds the API; HOST and PORT if not set',
  TITIAN_TOKEN: 'bearer token that the command line sends',
  TITIAN_LOG_LEVEL: 'fatal, error, warn, info, debug or trace; info if not set',
} as const;

export type VariableName = keyof typeof VARIABLES;
