activity-message-corrected = Reading of a message corrected
activity-message-correction_withdrawn = Correction of a reading withdrawn
