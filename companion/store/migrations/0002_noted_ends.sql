-- Up to which fence the ends of auto-apply's attempts were noted in the queue: what ended while nobody looked is noted later.
ALTER TABLE queue ADD COLUMN noted_fence INTEGER NOT NULL DEFAULT 0;
UPDATE queue SET noted_fence = (SELECT fence FROM applications WHERE applications.id = queue.application_id);
