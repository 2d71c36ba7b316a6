-- Items of a remission day are many and say little once they were told: they go when their deliveries have
-- ended long ago (policy `notice_items_kept_days`). The message with its first items and its number, and the
-- deliveries, stay.

SET LOCAL ROLE titian_notice_owner;

ALTER TABLE notice.message ADD COLUMN items_gone_at timestamptz;
CREATE INDEX message_with_items ON notice.message (created_at) WHERE items_gone_at IS NULL;

GRANT DELETE ON notice.item TO titian_app;
GRANT UPDATE (items_gone_at) ON notice.message TO titian_app;
