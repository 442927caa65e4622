-- `job`: nearly every job was never joined with another: then the first part answers, and LIMIT spares the second.
-- name: job
SELECT * FROM jobs WHERE id = :id AND merged_into IS NULL
UNION ALL
SELECT jobs.* FROM jobs JOIN (
    WITH RECURSIVE line(id, merged_into) AS (
        SELECT id, merged_into FROM jobs WHERE id = :id
        UNION ALL
        SELECT jobs.id, jobs.merged_into FROM jobs JOIN line ON jobs.id = line.merged_into
    )
    SELECT id FROM line WHERE merged_into IS NULL
) AS last ON jobs.id = last.id
LIMIT 1;

-- name: job_by_key
SELECT id FROM jobs WHERE key = :key
UNION ALL
SELECT job_id FROM job_keys WHERE key = :key
LIMIT 1;

-- name: add_job
INSERT INTO jobs (id, key, url, title, company, location, board, first_seen)
VALUES (:id, :key, :url, :title, :company, :location, :board, :first_seen);

-- name: learn_job_facts
UPDATE jobs
SET title = CASE WHEN title = '' THEN :title ELSE title END,
    company = CASE WHEN company = '' THEN :company ELSE company END,
    location = CASE WHEN location = '' THEN :location ELSE location END
WHERE id = :id AND ((title = '' AND :title <> '') OR (company = '' AND :company <> '')
    OR (location = '' AND :location <> ''));

-- name: merge_job
UPDATE jobs SET merged_into = :into WHERE id = :id AND merged_into IS NULL;

-- name: add_job_key
INSERT INTO job_keys (key, job_id) VALUES (:key, :job_id)
ON CONFLICT (key) DO NOTHING;

-- name: move_job_keys
UPDATE job_keys SET job_id = :into WHERE job_id = :id;

-- name: add_job_address
INSERT INTO job_addresses (job_id, url, seen_at) VALUES (:job_id, :url, :seen_at)
ON CONFLICT (job_id, url) DO NOTHING;

-- name: move_job_addresses
UPDATE OR IGNORE job_addresses SET job_id = :into WHERE job_id = :id;

-- name: job_addresses
SELECT url FROM job_addresses WHERE job_id = :job_id ORDER BY seen_at LIMIT 50;

-- name: jobs_of_company
SELECT * FROM jobs
WHERE merged_into IS NULL AND id <> :id AND company <> '' AND company LIKE :company ESCAPE '\'
ORDER BY first_seen DESC LIMIT 200;

-- name: list_jobs
SELECT jobs.id AS job_id, applications.id AS application_id,
       coalesce(applications.updated_at, jobs.first_seen) AS changed_at
FROM jobs
LEFT JOIN applications ON applications.job_id = jobs.id AND applications.user_id = :user_id
    AND applications.cycle = (SELECT max(cycle) FROM applications AS newest
                              WHERE newest.job_id = jobs.id AND newest.user_id = :user_id)
WHERE jobs.merged_into IS NULL
  AND (:status IS NULL OR applications.status = :status)
  AND NOT EXISTS (SELECT 1 FROM json_each(:patterns) WHERE jobs.title || ' ' || jobs.company || ' ' || jobs.location
                  || ' ' || jobs.url || ' ' || jobs.key NOT LIKE json_each.value ESCAPE '\')
  AND (:before IS NULL OR coalesce(applications.updated_at, jobs.first_seen) < :before
       OR (coalesce(applications.updated_at, jobs.first_seen) = :before AND jobs.id < :before_id))
ORDER BY changed_at DESC, jobs.id DESC
LIMIT :limit;

-- name: application
SELECT * FROM applications WHERE id = :id AND user_id = :user_id;

-- name: current_application
SELECT * FROM applications WHERE user_id = :user_id AND job_id = :job_id ORDER BY cycle DESC LIMIT 1;

-- name: open_question_of_joined_jobs
WITH RECURSIVE joined(id) AS (
    SELECT id FROM jobs WHERE merged_into = :job_id
    UNION ALL
    SELECT jobs.id FROM jobs JOIN joined ON jobs.merged_into = joined.id
)
SELECT applications.* FROM joined JOIN applications ON applications.job_id = joined.id
WHERE user_id = :user_id AND status = 8 LIMIT 1;

-- name: applications_of_job
SELECT * FROM applications WHERE job_id = :job_id ORDER BY user_id, cycle;

-- name: add_application
INSERT INTO applications (id, user_id, job_id, cycle, status, updated_at)
VALUES (:id, :user_id, :job_id, :cycle, 1, :now);

-- name: add_claimed_application
INSERT INTO applications (id, user_id, job_id, cycle, status, phase, fence, attempts, updated_at)
SELECT :id, :user_id, jobs.id, 1, 7, 'filling', :fence, 1, :now FROM jobs
-- The first claim of a job, for a tab that holds nothing: any other one changes no row here.
WHERE jobs.id = :job_id AND merged_into IS NULL
  AND NOT EXISTS (SELECT 1 FROM applications WHERE user_id = :user_id AND job_id = :job_id)
  AND NOT EXISTS (SELECT 1 FROM attempts WHERE user_id = :user_id
                  AND coalesce(session, '') = coalesce(:session, '') AND tab_id = :tab_id AND ended_at IS NULL);

-- name: advance
UPDATE applications
SET status = :to_status, phase = :to_phase, fence = fence + :fence_step, parked = NULL,
    disputed = CASE WHEN :settles THEN 0 ELSE disputed END,
    attempts = attempts + :counted, updated_at = :now,
    progress = CASE WHEN :to_status = 7 AND status = 7 THEN progress END,
    applied_at = CASE WHEN :to_status BETWEEN 2 AND 6 THEN coalesce(applied_at, :now) ELSE applied_at END
WHERE id = :id AND status = :from_status AND phase IS :from_phase AND fence = :fence
RETURNING fence;

-- name: set_parked
UPDATE applications SET parked = :reason, updated_at = :now
WHERE id = :id AND status = 7 AND phase = 'filling' AND fence = :fence;

-- name: set_disputed
UPDATE applications SET disputed = :disputed, updated_at = :now WHERE id = :id;

-- name: set_progress
UPDATE applications SET progress = :progress WHERE id = :id AND status = 7 AND fence = :fence;

-- name: move_application
UPDATE applications SET job_id = :job_id, cycle = :cycle WHERE id = :id;

-- name: open_attempt
SELECT * FROM attempts WHERE application_id = :application_id AND ended_at IS NULL;

-- name: attempt_in_tab
SELECT * FROM attempts
WHERE user_id = :user_id AND coalesce(session, '') = coalesce(:session, '') AND tab_id = :tab_id AND ended_at IS NULL;

-- name: attempts_of_session
SELECT attempts.*, applications.phase FROM attempts JOIN applications ON applications.id = application_id
WHERE attempts.user_id = :user_id AND session = :session AND ended_at IS NULL;

-- name: attempts_of_application
SELECT * FROM attempts WHERE application_id = :application_id ORDER BY id;

-- name: add_attempt
INSERT INTO attempts (application_id, user_id, fence, kind, instance, session, tab_id, frame_id, document_id, label,
                      started_at, started_lease, lease_until)
VALUES (:application_id, :user_id, :fence, :kind, :instance, :session, :tab_id, :frame_id, :document_id, :label,
        :now, :lease_now, :lease_until);

-- name: end_attempt
UPDATE attempts SET ended_at = :now, outcome = :outcome
WHERE application_id = :application_id AND ended_at IS NULL;

-- name: rebind_attempt
UPDATE attempts
SET instance = coalesce(:instance, instance), session = :session, tab_id = :tab_id, frame_id = :frame_id,
    document_id = :document_id, label = :label, gone_until = NULL,
    lease_until = CASE WHEN lease_until IS NOT NULL THEN :lease_until END
WHERE application_id = :application_id AND fence = :fence AND ended_at IS NULL;

-- name: extend_lease
UPDATE attempts SET lease_until = :lease_until, gone_until = NULL
WHERE application_id = :application_id AND fence = :fence AND ended_at IS NULL AND lease_until IS NOT NULL;

-- name: extend_submit_window
UPDATE attempts SET submit_until = max(submit_until, :submit_until)
WHERE application_id = :application_id AND fence = :fence AND ended_at IS NULL AND submit_until IS NOT NULL;

-- name: attempt_parks
UPDATE attempts SET parked_lease = coalesce(parked_lease, :lease_now)
WHERE application_id = :application_id AND ended_at IS NULL;

-- name: attempt_resumes
UPDATE attempts SET started_lease = started_lease + :lease_now - parked_lease, parked_lease = NULL
WHERE application_id = :application_id AND ended_at IS NULL AND parked_lease IS NOT NULL;

-- name: attempt_submits
UPDATE attempts
SET submit_until = :submit_until, permit_until = :permit_until, gone_until = NULL,
    started_lease = started_lease + coalesce(:lease_now - parked_lease, 0), parked_lease = NULL
WHERE application_id = :application_id AND fence = :fence AND ended_at IS NULL;

-- name: attempt_goes_on
UPDATE attempts
SET fence = :new_fence, submit_until = NULL, permit_until = NULL, lease_until = :lease_until
WHERE application_id = :application_id AND fence = :fence AND ended_at IS NULL;

-- name: attempt_outcome_unknown
UPDATE attempts SET session = NULL, tab_id = NULL, frame_id = NULL, document_id = NULL, lease_until = NULL,
    gone_until = NULL, submit_until = NULL
WHERE application_id = :application_id AND fence = :fence AND ended_at IS NULL;

-- name: attempt_permit_may_live
UPDATE attempts SET permit_until = :permit_until WHERE application_id = :application_id AND ended_at IS NULL;

-- name: mark_tab_gone
UPDATE attempts SET gone_until = :gone_until
WHERE user_id = :user_id AND session = :session AND tab_id = :tab_id AND ended_at IS NULL AND gone_until IS NULL;

-- name: count_open_attempts
SELECT count(*) AS open FROM attempts JOIN applications ON applications.id = application_id
WHERE ended_at IS NULL AND status = 7;

-- name: overdue
-- Attempts that the sweep ends: which predicate holds is told in `reason`; the phase stands in each.
SELECT attempts.application_id, attempts.fence, applications.user_id, applications.job_id, applications.phase,
       CASE WHEN phase = 'submitting' AND gone_until <= :lease_now THEN 'tab_gone'
            WHEN phase = 'submitting' THEN 'submit_window'
            WHEN gone_until <= :lease_now THEN 'tab_gone'
            WHEN lease_until <= :lease_now THEN 'lease_expired'
            ELSE 'took_too_long' END AS reason
FROM attempts JOIN applications ON applications.id = attempts.application_id
WHERE ended_at IS NULL AND status = 7 AND (
    (phase = 'submitting' AND (submit_until <= :lease_now OR gone_until <= :lease_now))
    OR (phase = 'filling' AND (gone_until <= :lease_now OR lease_until <= :lease_now
        OR (kind = 'agent' AND parked IS NULL AND started_lease <= :agent_started_before))));

-- name: stale
SELECT attempts.application_id, attempts.fence, applications.user_id, applications.job_id, applications.phase
FROM attempts JOIN applications ON applications.id = attempts.application_id
WHERE ended_at IS NULL AND status = 7 AND lease_until IS NULL AND started_lease <= :started_before
ORDER BY attempts.id;

-- name: attempts_of_ended_sessions
SELECT attempts.application_id, attempts.fence, applications.user_id, applications.job_id, applications.phase
FROM attempts JOIN applications ON applications.id = attempts.application_id
WHERE attempts.user_id = :user_id AND instance = :instance AND session <> :session AND ended_at IS NULL AND status = 7;

-- name: all_open_attempts
SELECT attempts.application_id, attempts.fence, applications.user_id, applications.job_id, applications.phase
FROM attempts JOIN applications ON applications.id = attempts.application_id
WHERE ended_at IS NULL AND status = 7;

-- name: renew_leases_after_restart
UPDATE attempts
SET lease_until = CASE WHEN lease_until IS NULL THEN NULL ELSE :lease_now + :lease_ms END,
    gone_until = min(gone_until, :lease_now + :grace_ms),
    submit_until = min(submit_until, :lease_now + :window_ms),
    permit_until = min(permit_until, :lease_now + :permit_ms),
    started_lease = min(started_lease, :lease_now),
    parked_lease = min(parked_lease, :lease_now)
WHERE ended_at IS NULL;

-- name: add_permit
INSERT INTO permits (application_id, fence, permit, given_at) VALUES (:application_id, :fence, :permit, :now);

-- name: permit
SELECT * FROM permits WHERE application_id = :application_id AND fence = :fence;

-- name: permit_known
SELECT 1 AS known FROM permits WHERE permit = :permit
UNION ALL SELECT 1 FROM restored_intents WHERE permit = :permit LIMIT 1;

-- name: user
SELECT id FROM users WHERE id = :id;

-- name: add_restored_intent
INSERT INTO restored_intents (permit) VALUES (:permit) ON CONFLICT DO NOTHING;

-- name: append_event
INSERT INTO events (at, epoch, user_id, kind, job_id, application_id, fence, data)
VALUES (:at, :epoch, :user_id, :kind, :job_id, :application_id, :fence, :data);

-- name: events_of_job
SELECT events.* FROM events WHERE job_id = :job_id AND user_id = :user_id ORDER BY seq;

-- name: events_of_application
SELECT * FROM events WHERE application_id = :application_id ORDER BY seq;

-- name: went_out
SELECT 1 FROM events
WHERE application_id = :application_id AND kind IN ('submit_began', 'sent_outside_gate') LIMIT 1;

-- name: events_by_seq
SELECT * FROM events WHERE seq >= :first AND seq <= :last AND user_id = coalesce(:user_id, user_id)
ORDER BY seq LIMIT :limit;

-- name: last_seq
SELECT coalesce(max(seq), 0) AS seq FROM events;

-- name: count_refusals
SELECT coalesce(json_extract(data, '$.code'), '') AS code, count(*) AS refused FROM events
WHERE kind = 'refused' AND user_id = :user_id GROUP BY 1;

-- name: count_events
SELECT kind, count(*) AS happened FROM events GROUP BY kind;

-- name: idempotency
SELECT * FROM idempotency WHERE user_id = :user_id AND key = :key;

-- name: add_idempotency
INSERT INTO idempotency (user_id, key, operation, arguments, status, body, at)
VALUES (:user_id, :key, :operation, :arguments, :status, :body, :at);

-- name: forget_idempotency
DELETE FROM idempotency WHERE at < :before;

-- name: add_evidence
INSERT INTO evidence (application_id, fence, at, kind, url, text, tab_label, fields)
VALUES (:application_id, :fence, :at, :kind, :url, :text, :tab_label, :fields);

-- name: evidence
SELECT * FROM evidence WHERE application_id = :application_id ORDER BY id;

-- name: save_draft
INSERT INTO drafts (application_id, fields, updated_at) VALUES (:application_id, :fields, :now)
ON CONFLICT (application_id) DO UPDATE SET fields = excluded.fields, updated_at = excluded.updated_at;

-- name: draft
SELECT * FROM drafts WHERE application_id = :application_id;

-- name: set_meta
INSERT INTO meta (key, value) VALUES (:key, :value)
ON CONFLICT (key) DO UPDATE SET value = excluded.value;

-- name: meta
SELECT value FROM meta WHERE key = :key;

-- name: user_value
SELECT value FROM user_values WHERE user_id = :user_id AND name = :name;

-- name: set_user_value
INSERT INTO user_values (user_id, name, value) VALUES (:user_id, :name, :value)
ON CONFLICT (user_id, name) DO UPDATE SET value = excluded.value;

-- name: user_values_from
SELECT name, value FROM user_values WHERE user_id = :user_id AND name >= :first AND name < :end ORDER BY name;

-- name: delete_user_value
DELETE FROM user_values WHERE user_id = :user_id AND name = :name;

-- name: forget_notes
-- Of applications that nobody works on and whose outcome is not open, and that nothing has happened to since.
DELETE FROM user_values WHERE name LIKE 'typed:%' AND substr(name, 7) IN (
    SELECT id FROM applications WHERE status NOT IN (7, 8) AND updated_at < :before
);

-- name: answers
SELECT * FROM answers WHERE user_id = :user_id ORDER BY updated_at DESC, id;

-- name: answer
SELECT * FROM answers WHERE user_id = :user_id AND id = :id;

-- name: save_answer
INSERT INTO answers (id, user_id, question, answer, updated_at) VALUES (:id, :user_id, :question, :answer, :now)
ON CONFLICT (id) DO UPDATE SET question = excluded.question, answer = excluded.answer,
    updated_at = excluded.updated_at;

-- name: delete_answer
DELETE FROM answers WHERE user_id = :user_id AND id = :id;

-- name: documents
SELECT * FROM documents WHERE user_id = :user_id ORDER BY kind, is_default DESC, added_at;

-- name: one_document
SELECT * FROM documents WHERE user_id = :user_id AND id = :id;

-- name: add_document
INSERT INTO documents (id, user_id, kind, name, mime, size, sha256, is_default, rule, added_at)
VALUES (:id, :user_id, :kind, :name, :mime, :size, :sha256,
        NOT EXISTS (SELECT 1 FROM documents WHERE user_id = :user_id AND kind = :kind AND is_default = 1), '', :now);

-- name: change_document
UPDATE documents SET kind = :kind, name = :name, is_default = :is_default, rule = :rule
WHERE user_id = :user_id AND id = :id;

-- name: clear_default_document
UPDATE documents SET is_default = 0 WHERE user_id = :user_id AND kind = :kind AND id <> :id;

-- name: delete_document
DELETE FROM documents WHERE user_id = :user_id AND id = :id;

-- name: enqueue
INSERT INTO queue (application_id, user_id, position, noted_fence)
VALUES (:application_id, :user_id, (SELECT coalesce(max(position), 0) + 1 FROM queue WHERE user_id = :user_id),
        (SELECT fence FROM applications WHERE id = :application_id))
ON CONFLICT (application_id) DO UPDATE
SET waits = 0, tries = 0, not_before = NULL, why = '', noted_fence = excluded.noted_fence;

-- name: dequeue
DELETE FROM queue WHERE application_id = :application_id;

-- name: queue
SELECT queue.*, applications.status, applications.phase, applications.parked, applications.job_id, jobs.url, jobs.board,
       -- Whether auto-apply's last attempt has ended without a note of what that means for the queue.
       (status IN (1, 8) AND waits = 0 AND applications.fence > noted_fence AND 'agent' = (
           SELECT kind FROM attempts WHERE attempts.application_id = applications.id ORDER BY attempts.id DESC LIMIT 1
       )) AS unnoted
FROM queue JOIN applications ON applications.id = queue.application_id
JOIN jobs ON jobs.id = applications.job_id
WHERE queue.user_id = :user_id ORDER BY position;

-- name: queue_item
SELECT * FROM queue WHERE application_id = :application_id;

-- name: set_queue_item
UPDATE queue SET tries = :tries, not_before = :not_before, waits = :waits, why = :why
WHERE application_id = :application_id;

-- name: end_is_noted
UPDATE queue SET noted_fence = (SELECT fence FROM applications WHERE id = :application_id)
WHERE application_id = :application_id;

-- name: agent_attempts_since
SELECT jobs.url, max(attempts.started_at) AS started_at
FROM attempts JOIN applications ON applications.id = application_id JOIN jobs ON jobs.id = applications.job_id
WHERE attempts.user_id = :user_id AND attempts.kind = 'agent' AND attempts.started_at >= :since
GROUP BY jobs.id;

-- name: sent_since
SELECT count(DISTINCT application_id) AS sent FROM evidence JOIN applications ON applications.id = application_id
WHERE applications.user_id = :user_id AND evidence.at >= :since;

-- name: count_queue
SELECT count(*) AS queued FROM queue JOIN applications ON applications.id = application_id
WHERE status = 1 AND waits = 0;
