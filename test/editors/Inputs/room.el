;; SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
;;
;; usage: emacs -nw -q -l SETTINGS -l room.el room.cpp   (in a terminal)
;;
;; A person in Emacs: opens the file, sees the findings, takes a quick fix by
;; its title, fixes all, saves. Only the menu is answered for them. The steps
;; run from a timer, so that Emacs is idle in between, as with a person.
(require 'cl-lib)
(require 'flymake)

(setq make-backup-files nil create-lockfiles nil confirm-kill-processes nil)

(defvar room-patience 120 "Seconds until a missing event is a failure.")
(defvar room-started (float-time))

(defun room-end (code text)
  (append-to-file (concat text "\n") nil "emacs.log")
  (kill-emacs code))

(defun room-findings ()
  "The lines of our findings, in order."
  (sort (cl-loop for d in (flymake-diagnostics)
                 when (string-match-p "async-" (flymake-diagnostic-text d))
                 collect (line-number-at-pos (flymake-diagnostic-beg d)))
        #'<))

(defun room-choose (line title)
  "Takes the code action TITLE of the finding on LINE."
  (let* ((last-nonmenu-event ?a) ; asked by key, so no menu pops up
         (found (cl-find-if
                 (lambda (d) (= line (line-number-at-pos (flymake-diagnostic-beg d))))
                 (flymake-diagnostics))))
    (goto-char (flymake-diagnostic-beg found))
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt offered &rest _)
                 (or (car (assoc title offered))
                     (room-end 1 (format "not offered: %s\n%S" title
                                         (mapcar #'car offered)))))))
      (eglot-code-actions (flymake-diagnostic-beg found)
                          (flymake-diagnostic-end found) nil t))))

(defun room-sees (text)
  (save-excursion (goto-char (point-min)) (search-forward text nil t)))

(defvar room-steps
  (list
   (lambda ()
     (when (equal (room-findings) '(19 25 25 25))
       (room-choose 19 "use safe_async::safe_gather (async-raw-gather)")
       t))
   (lambda ()
     (when (and (room-sees "safe_gather(channel_of(id),")
                (equal (room-findings) '(26 26 26)))
       (room-choose 26 "fix all async-tidy findings in this file")
       t))
   (lambda ()
     (when (and (room-sees "safe_gather(safe_async::return_exceptions, close_channel()")
                (equal (room-findings) '(26)))
       (save-buffer)
       (room-end 0 "done")))))

(defun room-step ()
  (condition-case problem
      (with-current-buffer "room.cpp"
        (when (> (- (float-time) room-started) room-patience)
          (room-end 1 (format "step %d: %S\n%s" (length room-steps)
                              (flymake-diagnostics) (buffer-string))))
        (when (funcall (car room-steps))
          (pop room-steps)))
    (error (room-end 1 (format "%S" problem)))))

(run-with-timer 0.2 0.2 #'room-step)
