"""What a SCORM commit means, pure: elements, times, outcomes, the state given at launch."""
